/** Documents into storage that speaks S3. */
module peregrine.plugin.integration.s3 {
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.s3.S3;
}
