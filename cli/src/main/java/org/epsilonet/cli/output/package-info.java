/** Where results go: files that are complete or not there, and JSON documents that say infinite and unknown. */
package org.epsilonet.cli.output;
