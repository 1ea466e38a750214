package dev.peregrine.host.boot;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mbox;
import dev.peregrine.host.mails.ReadMail;
import dev.peregrine.host.mails.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "mail",
    description = "Works with mailboxes, and with mails in files.",
    mixinStandardHelpOptions = true,
    subcommands = {
      MailCommand.ReadCommand.class,
      MailAddCommand.class,
      MailListCommand.class,
      MailSyncCommand.class,
      MailClassifyCommand.class,
      MailEvaluateCommand.class
    })
final class MailCommand {

  @Command(
      name = "read",
      description = {
        "Says what mails hold: who wrote them, their text without what is quoted, what is attached.",
        "Takes .eml files and .mbox files, and stores nothing."
      },
      mixinStandardHelpOptions = true)
  static final class ReadCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A mail, or an mbox of mails.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    private final MailReading reading = new MailReading(InstantSource.system());

    @Override
    public Integer call() {
      var known = Objects.requireNonNull(spec).commandLine();
      var output = new Output(known.getOut(), known.getErr());
      int failed = 0;
      for (Path file : files) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
          read(file, bytes, output);
        } catch (IOException refused) {
          failed++;
          output.message(
              "File \"%s\": it cannot be read (%s). Check the name and who may read it."
                  .formatted(file, refused.getMessage()));
        }
      }
      if (failed == 0) {
        return ExitCode.DONE;
      }
      return failed == files.size() ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    private void read(Path file, InputStream bytes, Output output) throws IOException {
      bytes.mark(16);
      boolean isMbox = Mbox.begins(bytes.readNBytes(5));
      bytes.reset();
      if (!isMbox) {
        say(file, reading.read(bytes), output);
        return;
      }
      var mbox = new Mbox(bytes);
      Optional<InputStream> mail;
      while ((mail = mbox.next()).isPresent()) {
        say(file, reading.read(mail.get()), output);
      }
    }

    private void say(Path file, ReadMail mail, Output output) {
      if (json) {
        output.json(object(file, mail));
        return;
      }
      output.line(
          "From     " + mail.from().map(ReadCommand::text).orElse("nobody who can be told"));
      output.line("Subject  " + plain(mail.subject()));
      mail.sent().ifPresent(sent -> output.line("Sent     " + sent));
      mail.attachments()
          .forEach(
              file1 ->
                  output.line(
                      "Attached %s (%s, %d bytes)"
                          .formatted(
                              plain(file1.name()), plain(file1.mediaType()), file1.bytes())));
      if (!mail.troubles().isEmpty()) {
        output.line("Trouble  " + String.join(", ", troubles(mail)));
      }
      output.line("");
      output.line(plain(mail.text()));
      output.line("");
    }

    /** Without what would steer a terminal. */
    private static String plain(String text) {
      return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }

    private static String text(Address address) {
      return plain(
          address.name().map(name -> name + " <" + address.mail() + ">").orElse(address.mail()));
    }

    private static List<String> troubles(ReadMail mail) {
      return mail.troubles().stream().map(Trouble::key).sorted().toList();
    }

    private static Map<String, @Nullable Object> object(Path file, ReadMail mail) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("file", file.toString());
      object.put("message_id", mail.messageId().orElse(null));
      object.put("references", mail.references());
      object.put("from", mail.from().map(Address::mail).orElse(null));
      object.put("from_name", mail.from().flatMap(Address::name).orElse(null));
      object.put("to", mail.to().stream().map(Address::mail).toList());
      object.put("subject", mail.subject());
      object.put("sent", mail.sent().map(Object::toString).orElse(null));
      object.put("text", mail.text());
      object.put("quoted", mail.quoted());
      object.put("calendar", mail.calendar());
      var attachments = new ArrayList<Map<String, Object>>();
      mail.attachments()
          .forEach(
              attached ->
                  attachments.add(
                      Map.of(
                          "name", attached.name(),
                          "media_type", attached.mediaType(),
                          "bytes", attached.bytes())));
      object.put("attachments", attachments);
      object.put("size", mail.size());
      object.put("troubles", troubles(mail));
      return object;
    }
  }
}
