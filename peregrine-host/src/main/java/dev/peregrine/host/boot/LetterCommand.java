package dev.peregrine.host.boot;

import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.letters.LetterWish;
import dev.peregrine.host.letters.Placeholders;
import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tasks.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "letter",
    description = {
      "Writes a cover letter for a job, or checks one that you wrote.",
      "A language model writes it where one is set up, and the letter is kept as a version of its",
      "own; without one it is put together from your résumé and kept nowhere.",
      "The letter goes to standard output; what your résumé does not bear out is said beside it."
    },
    mixinStandardHelpOptions = true)
final class LetterCommand extends TenantCommand {

  @Parameters(paramLabel = "JOB", description = "Its number, as from: peregrine jobs list")
  private long job;

  @Option(
      names = "--resume",
      paramLabel = "NAME",
      description =
          "Drafts from this résumé without a model, or checks against it; the main one where none is named.")
  private @Nullable String resume;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Such as en or de; the posting's own where none is named.")
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

  @Option(names = "--no-model", description = "Puts it together from your résumé in any case.")
  private boolean noModel;

  @Option(
      names = "--refine",
      paramLabel = "TEXT",
      description = "Has a language model change the letter that is there as you say.")
  private @Nullable String refine;

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
    if (refine != null && (noModel || check != null)) {
      throw new UsageException("--refine asks a model: leave --no-model and --check away.");
    }
    boolean asksModel =
        refine != null
            || (check == null && !noModel && resume == null && peregrine.writing().canWrite());
    Resume chosen = asksModel ? lane(peregrine) : chosen(peregrine);
    String letter =
        asksModel
            ? written(peregrine, found)
            : check == null
                ? peregrine.drafts().skeleton(found, chosen, style(found, false))
                : read(peregrine, check);
    CheckedText checked = peregrine.letters().check(letter, found, chosen);
    if (json) {
      output.json(json(checked));
    } else {
      say(checked, output);
    }
    return checked.isSupported() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private Resume lane(Peregrine peregrine) {
    return peregrine.letters().resume(job).orElseGet(() -> chosen(peregrine));
  }

  private String written(Peregrine peregrine, Job found) throws InterruptedException {
    Optional<Letter> now = peregrine.letters().current(job);
    if (refine != null && now.isEmpty()) {
      throw new FailedException(
          "Job \"%d\" has no letter that could be changed. Write one with: peregrine letter %d"
              .formatted(job, job));
    }
    LetterStyle style = refine == null ? style(found, true) : now.map(Letter::style).orElseThrow();
    try {
      return peregrine
          .writing()
          .write(
              new LetterWish(
                  job,
                  style,
                  refine == null ? "" : refine,
                  peregrine.letters().inUse(job).map(Letter::number).orElse(0),
                  true))
          .text();
    } catch (TaskFailedException failed) {
      throw new FailedException(String.valueOf(failed.getMessage()));
    }
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

  private LetterStyle style(Job found, boolean byModel) {
    String typed = language;
    Optional<Locale> known =
        Optional.ofNullable(typed)
            .flatMap(Tongue::find)
            .filter(tag -> byModel || tag.equals(Locale.ENGLISH) || tag.equals(Locale.GERMAN));
    if (typed != null && known.isEmpty()) {
      throw new UsageException(
          byModel
              ? "Language \"%s\": expected one of %s.".formatted(typed, tags())
              : "Language \"%s\": expected en or de; drafts are written in these."
                  .formatted(typed));
    }
    Locale usual = byModel ? Drafts.languageFor(found) : Drafts.languageOf(found);
    return new LetterStyle(known.orElse(usual), tone, length);
  }

  private static String tags() {
    return Tongue.all().stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
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
