/** The typed résumé, its JSON, and the reading of files into it. */
@NullMarked
package dev.peregrine.host.resumes;

import org.jspecify.annotations.NullMarked;
