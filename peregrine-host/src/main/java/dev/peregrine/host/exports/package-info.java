/** Documents and files made by exporters: which formats there are, and one written. */
@NullMarked
package dev.peregrine.host.exports;

import org.jspecify.annotations.NullMarked;
