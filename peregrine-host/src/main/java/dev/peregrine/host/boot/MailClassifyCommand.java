package dev.peregrine.host.boot;

import dev.peregrine.host.boot.MailFiles.FileMail;
import dev.peregrine.host.classifying.Classified;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "classify",
    description = {
      "Says what mails mean, how sure that is, and by which words.",
      "Takes .eml, .mbox and .jsonl files (subject, body), and stores nothing."
    },
    mixinStandardHelpOptions = true)
final class MailClassifyCommand extends TenantCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A mail, or many of them.")
  private List<Path> files = List.of();

  @Option(
      names = "--classifier",
      paramLabel = "ID",
      description = "Asks only this one (default: all that are switched on, in their order).")
  private @Nullable String classifier;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    var mailing = peregrine.afterApplying().mailing();
    var read = new MailFiles(mailing.reading(), output);
    files.forEach(file -> read.read(file, false));
    List<Optional<Classified>> verdicts =
        MailEvaluateCommand.judge(mailing, read.messages(), classifier);
    for (int i = 0; i < verdicts.size(); i++) {
      FileMail mail = read.mails().get(i);
      if (json) {
        output.json(object(mail, verdicts.get(i)));
      } else {
        output.line(line(mail, verdicts.get(i)));
      }
    }
    return read.exitCode();
  }

  private static String line(FileMail mail, Optional<Classified> said) {
    String subject = plain(mail.mail().subject());
    return said.map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%-20s %.2f%s %s%s",
                    each.verdict().label().key(),
                    each.verdict().confidence(),
                    each.isSure() ? " " : "?",
                    subject,
                    each.verdict().evidence().isEmpty()
                        ? ""
                        : "  ← " + plain(String.join(" · ", each.verdict().evidence()))))
        .orElseGet(() -> String.format(Locale.ROOT, "%-20s       %s", "–", subject));
  }

  private static Map<String, @Nullable Object> object(FileMail mail, Optional<Classified> said) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("file", mail.file().toString());
    object.put("subject", mail.mail().subject());
    object.put("label", said.map(each -> each.verdict().label().key()).orElse(null));
    object.put("confidence", said.map(each -> each.verdict().confidence()).orElse(null));
    object.put("sure", said.map(Classified::isSure).orElse(false));
    object.put("classifier", said.map(Classified::classifier).orElse(null));
    object.put("words", said.map(each -> each.verdict().evidence()).orElse(List.of()));
    return object;
  }

  /** In one line, without what would steer a terminal. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }
}
