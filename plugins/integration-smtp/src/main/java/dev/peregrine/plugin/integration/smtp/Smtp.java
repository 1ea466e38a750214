package dev.peregrine.plugin.integration.smtp;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.ForNotifier;
import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notifier;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mails through the person's own mail server. */
public final class Smtp implements Notifier {

  @Override
  public ForNotifier descriptor() {
    return ForNotifier.of(
            About.of("smtp", "E-mail", "Notices as e-mails through your own mail server.")
                .withHosts("*")
                .withTerms("Providers limit how many mails an account may send in a day.")
                .withSettings(
                    text("host", "Server", "For sending (SMTP), such as smtp.example.org.", true),
                    new SettingSpec.Choice(
                        "security",
                        "Encryption",
                        "TLS mostly on port 465, STARTTLS on 587. None only for a server on this machine or without a password.",
                        List.of(
                            new SettingSpec.Option("tls", "TLS"),
                            new SettingSpec.Option("starttls", "STARTTLS"),
                            new SettingSpec.Option("none", "None")),
                        "tls"),
                    new SettingSpec.Whole("port", "Port", "", 465, 1, 65_535),
                    text(
                        "user",
                        "User",
                        "Often the address. Empty where the server asks for none.",
                        false),
                    new SettingSpec.Secret(
                        "password", "Password", "Many providers want one made for apps.", false),
                    text("to", "To", "Your address; several separated by commas.", true),
                    text("from", "From", "If empty, the same address.", false)))
        .withLimits(200, 20_000);
  }

  private static SettingSpec text(String key, String label, String help, boolean required) {
    return new SettingSpec.Text(key, label, help, required, Optional.empty());
  }

  /** Signs in and leaves again: nobody gets a mail. */
  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    Server server = Server.of(context.settings());
    new Connection(server, context).run((transport, session) -> {});
    return "\"%s\" lets you in; mails go to %s."
        .formatted(
            server.host(),
            server.to().stream()
                .map(InternetAddress::getAddress)
                .collect(Collectors.joining(", ")));
  }

  @Override
  public void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    Server server = Server.of(context.settings());
    new Connection(server, context)
        .run(
            (transport, session) -> {
              MimeMessage letter = Letter.of(notice, server, session, context.clock().instant());
              transport.sendMessage(letter, letter.getAllRecipients());
            });
  }
}
