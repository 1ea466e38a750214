package dev.peregrine.host.boot;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.host.classifying.Classified;
import dev.peregrine.host.classifying.Evaluation;
import dev.peregrine.host.classifying.Evaluation.OfLabel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
    name = "evaluate",
    description = {
      "Holds what the classifiers say of mails against what somebody says that they mean.",
      "Takes files of one JSON object a line: subject, body, label; perhaps from."
    },
    mixinStandardHelpOptions = true)
final class MailEvaluateCommand extends TenantCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Labelled mails, .jsonl.")
  private List<Path> files = List.of();

  @Option(
      names = "--classifier",
      paramLabel = "ID",
      description = "Asks only this one (default: all that are switched on, in their order).")
  private @Nullable String classifier;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    var mailing = peregrine.afterApplying().mailing();
    var read = new MailFiles(mailing.reading(), output);
    files.forEach(file -> read.read(file, true));
    List<MailMessage> mails = read.messages();
    if (mails.isEmpty()) {
      output.message("There is no labelled mail to look at.");
      return ExitCode.FAILED;
    }
    InstantSource clock = root().installation().clock();
    Instant start = clock.instant();
    List<Optional<Classified>> said = judge(mailing, mails, classifier);
    Duration took = Duration.between(start, clock.instant());
    Evaluation evaluation =
        Evaluation.of(read.mails().stream().flatMap(mail -> mail.label().stream()).toList(), said);
    double millis = took.toNanos() / 1e6 / mails.size();
    if (json) {
      output.json(object(evaluation, millis, read.bad()));
    } else {
      print(evaluation, millis, read.bad(), output);
    }
    return read.exitCode();
  }

  /** Judges by one classifier, or by all that are on. */
  static List<Optional<Classified>> judge(
      Mailing mailing, List<MailMessage> mails, @Nullable String classifier)
      throws InterruptedException {
    var classifying = mailing.classifying();
    if (classifying.classifiers().isEmpty()) {
      throw new FailedException("No mail classifier is switched on. Switch one on under Plugins.");
    }
    try {
      return classifying.judge(mails, Optional.ofNullable(classifier));
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(String.valueOf(unknown.getMessage()));
    }
  }

  private static void print(Evaluation evaluation, double millis, int bad, Output output) {
    var table = new ArrayList<List<String>>();
    table.add(List.of("label", "mails", "precision", "recall", "F1", "or shown as uncertain"));
    for (OfLabel label : evaluation.labels()) {
      table.add(
          List.of(
              label.label().key(),
              String.valueOf(label.support()),
              label.said() == 0 ? "–" : number(label.precision()),
              label.support() == 0 ? "–" : number(label.recall()),
              label.support() == 0 ? "–" : number(label.f1()),
              label.support() == 0 ? "–" : number(label.noticed())));
    }
    output.table(table);
    output.line("");
    output.line(
        "%d mails · accuracy %s · macro-F1 %s · shown as uncertain %s · %s ms a mail"
            .formatted(
                evaluation.mails(),
                number(evaluation.accuracy()),
                number(evaluation.macroF1()),
                number(evaluation.uncertainShare()),
                number(millis)));
    if (bad > 0) {
      output.line(bad == 1 ? "1 line was left out." : bad + " lines were left out.");
    }
    output.line("");
    output.line("Each row: mails that mean it; each column: what was said of them.");
    output.table(confusion(evaluation));
  }

  private static List<List<String>> confusion(Evaluation evaluation) {
    var table = new ArrayList<List<String>>();
    var head = new ArrayList<String>();
    head.add("");
    for (MailLabel label : MailLabel.values()) {
      head.add(shortened(label));
    }
    table.add(head);
    for (MailLabel truth : MailLabel.values()) {
      var row = new ArrayList<String>();
      row.add(truth.key());
      for (MailLabel label : MailLabel.values()) {
        int mails = evaluation.confusion().getOrDefault(truth, Map.of()).getOrDefault(label, 0);
        row.add(mails == 0 ? "·" : String.valueOf(mails));
      }
      table.add(row);
    }
    return table;
  }

  private static String shortened(MailLabel label) {
    return label.key().substring(0, Math.min(7, label.key().length()));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private static Map<String, Object> object(Evaluation evaluation, double millis, int bad) {
    var object = new LinkedHashMap<String, Object>();
    object.put("mails", evaluation.mails());
    object.put("bad_lines", bad);
    object.put("accuracy", evaluation.accuracy());
    object.put("macro_f1", evaluation.macroF1());
    object.put("uncertain", evaluation.uncertainShare());
    object.put("ms_per_mail", millis);
    var labels = new LinkedHashMap<String, Object>();
    for (OfLabel label : evaluation.labels()) {
      var figures = new LinkedHashMap<String, Object>();
      figures.put("support", label.support());
      figures.put("precision", label.precision());
      figures.put("recall", label.recall());
      figures.put("f1", label.f1());
      figures.put("recall_or_uncertain", label.noticed());
      labels.put(label.label().key(), figures);
    }
    object.put("labels", labels);
    var confusion = new LinkedHashMap<String, Object>();
    for (OfLabel label : evaluation.labels()) {
      var row = new LinkedHashMap<String, Integer>();
      evaluation
          .confusion()
          .getOrDefault(label.label(), Map.of())
          .forEach((said, mails) -> row.put(said.key(), mails));
      confusion.put(label.label().key(), row);
    }
    object.put("confusion", confusion);
    return object;
  }
}
