/** Documents into Nextcloud and onto any WebDAV server. */
@NullMarked
package dev.peregrine.plugin.integration.webdav;

import org.jspecify.annotations.NullMarked;
