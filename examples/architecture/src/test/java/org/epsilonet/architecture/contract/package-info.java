/** Every law of the contract on every installed family: {@code mvn -Plaws}, minutes; the modules' own tests take one per kind. */
package org.epsilonet.architecture.contract;
