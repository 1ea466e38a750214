/**
 * The tab on which interviews are practised. Fills a slot of the frame of {@code interviews}; what
 * is asked, stored and rated is {@code practice}.
 */
@NullMarked
package dev.peregrine.host.rehearsal;

import org.jspecify.annotations.NullMarked;
