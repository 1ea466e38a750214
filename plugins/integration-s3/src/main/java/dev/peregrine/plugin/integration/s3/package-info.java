/** Documents into storage that speaks S3. */
@NullMarked
package dev.peregrine.plugin.integration.s3;

import org.jspecify.annotations.NullMarked;
