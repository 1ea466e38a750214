package dev.peregrine.host.boot;

import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.letters.Placeholders;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.scoring.Resume;
import java.io.IOException;
import java.nio.file.Files;
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
    name = "letter",
    description = {
      "Drafts a cover letter for a job from your résumé, or checks one that you wrote.",
      "The letter goes to standard output; what your résumé does not bear out is said beside it."
    },
    mixinStandardHelpOptions = true)
final class LetterCommand extends TenantCommand {

  @Parameters(paramLabel = "JOB", description = "Its number, as from: peregrine jobs list")
  private long job;

  @Option(
      names = "--resume",
      paramLabel = "NAME",
      description = "Which of your résumés; the main one where none is named.")
  private @Nullable String resume;

  @Option(
      names = "--language",
      paramLabel = "en|de",
      description = "The posting's own where it is one of these.")
  private @Nullable String language;

  @Option(
      names = "--tone",
      description = "plain, warm or formal (default: plain)",
      defaultValue = "PLAIN")
  private LetterStyle.Tone tone = LetterStyle.Tone.PLAIN;

  @Option(
      names = "--length",
      description = "short, medium or long (default: medium)",
      defaultValue = "MEDIUM")
  private LetterStyle.Length length = LetterStyle.Length.MEDIUM;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Checks this letter instead of drafting one.")
  private @Nullable String check;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    Job found =
        peregrine
            .jobs()
            .findById(job)
            .orElseThrow(
                () ->
                    new FailedException(
                        "There is no job \"%d\". See: peregrine jobs list".formatted(job)));
    Resume chosen = chosen(peregrine);
    String letter =
        check == null
            ? peregrine.drafts().skeleton(found, chosen, style(found))
            : read(peregrine, check);
    CheckedText checked = peregrine.drafts().check(letter, found, chosen);
    if (json) {
      output.json(json(checked));
    } else {
      say(checked, output);
    }
    return checked.isSupported() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private Resume chosen(Peregrine peregrine) {
    Optional<Resume> chosen =
        resume == null ? peregrine.resumes().current() : peregrine.resumes().find(resume);
    return chosen.orElseThrow(
        () ->
            new FailedException(
                resume == null
                    ? "There is no résumé yet. Add one with: peregrine score --resume FILE"
                    : "There is no résumé \"%s\".".formatted(resume)));
  }

  private LetterStyle style(Job found) {
    if (language != null && !language.equals("en") && !language.equals("de")) {
      throw new UsageException(
          "Language \"%s\": expected en or de; drafts are written in these.".formatted(language));
    }
    Locale locale = language == null ? Drafts.languageOf(found) : Locale.forLanguageTag(language);
    return new LetterStyle(locale, tone, length);
  }

  private static String read(Peregrine peregrine, String typed) throws IOException {
    Path file = peregrine.installation().typed(typed);
    if (!Files.isReadable(file)) {
      throw new UsageException("Letter \"%s\": expected a file that can be read.".formatted(typed));
    }
    return Files.readString(file);
  }

  private void say(CheckedText checked, Output output) {
    if (check == null) {
      output.line(checked.text());
    }
    for (Claim claim : checked.unsupported()) {
      output.message("\"%s\": %s".formatted(claim.text(), claim.why()));
    }
    List<String> places = Placeholders.in(checked.text());
    if (!places.isEmpty()) {
      output.message(
          "A draft to finish: %d %s in brackets are yours to fill in."
              .formatted(places.size(), places.size() == 1 ? "place" : "places"));
    }
    if (check != null && checked.isSupported()) {
      output.message("Nothing was found that your résumé does not bear out.");
    }
  }

  private static Map<String, @Nullable Object> json(CheckedText checked) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("text", checked.text());
    object.put("to_fill_in", Placeholders.in(checked.text()));
    object.put(
        "claims",
        checked.sentences().stream()
            .flatMap(sentence -> sentence.claims().stream())
            .map(LetterCommand::json)
            .toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(Claim claim) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("kind", claim.kind().name().toLowerCase(Locale.ROOT));
    object.put("text", claim.text());
    object.put("start", claim.start());
    object.put("supported", claim.isSupported());
    object.put("fact", claim.fact().map(fact -> fact.text()).orElse(null));
    object.put("where", claim.fact().map(fact -> fact.where()).orElse(null));
    object.put("why", claim.isSupported() ? null : claim.why());
    return object;
  }
}
