/** Notices as e-mails. */
module peregrine.plugin.integration.smtp {
  requires jakarta.mail;
  requires org.eclipse.angus.mail;
  requires peregrine.api;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.smtp.Smtp;
}
