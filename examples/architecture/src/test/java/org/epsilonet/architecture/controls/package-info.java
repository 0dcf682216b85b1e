/** Families that are not ∞-encodable are seen to exceed the encoding speed, and those that are to keep below it. */
package org.epsilonet.architecture.controls;
