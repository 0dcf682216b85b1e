/** What studies are made with: canonical JSON, the schema of study files, hashes of code, and the engine in this process. */
package org.epsilonet.comparator.study.internal;
