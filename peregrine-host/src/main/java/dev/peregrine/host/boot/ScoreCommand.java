package dev.peregrine.host.boot;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Reason;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.intake.IntakeException;
import dev.peregrine.host.intake.PostingJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tasks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "score",
    description = {
      "Scores postings against a résumé and says why.",
      "With --postings it scores those of a file and stores nothing; otherwise the stored ones."
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand extends TenantCommand {

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "PDF, DOCX, ODT, RTF or text; without --postings it becomes your résumé.")
  private @Nullable String resume;

  @Option(
      names = "--postings",
      paramLabel = "FILE.jsonl",
      description = "One JSON object a line, as from: peregrine jobs list --json")
  private @Nullable String postings;

  @Option(names = "--scorer", paramLabel = "ID", description = "Such as keywords or two-document.")
  private @Nullable String scorer;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    return postings == null ? scoreStored(peregrine, output) : scoreFile(peregrine, output);
  }

  private int scoreFile(Peregrine peregrine, Output output) throws Exception {
    String text =
        resume == null
            ? peregrine
                .resumes()
                .current()
                .map(Resume::text)
                .orElseThrow(
                    () -> new UsageException("There is no résumé yet; name one with --resume."))
            : read(peregrine, resume);
    var items = new ArrayList<PostingJson.Item>();
    boolean whole = readPostings(peregrine, items, output);
    List<Posting> read = items.stream().map(PostingJson.Item::posting).toList();
    List<Score> scores =
        peregrine.scoring().score(Optional.ofNullable(scorer), Candidate.of(text), read);
    var table = new ArrayList<List<String>>();
    for (int i = 0; i < items.size(); i++) {
      if (json) {
        output.json(json(items.get(i).id(), scores.get(i)));
      } else {
        table.add(cells(read.get(i), scores.get(i)));
      }
    }
    output.table(table);
    return whole ? ExitCode.DONE : items.isEmpty() ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  private boolean readPostings(Peregrine peregrine, List<PostingJson.Item> items, Output output)
      throws IOException {
    Path file = peregrine.installation().typed(String.valueOf(postings));
    if (!Files.isReadable(file)) {
      throw new UsageException("\"%s\": expected a file that can be read.".formatted(postings));
    }
    boolean whole = true;
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        items.add(PostingJson.read(line));
      } catch (IntakeException wrong) {
        whole = false;
        output.message("%s, line %d: %s".formatted(postings, number, wrong.getMessage()));
      }
    }
    return whole;
  }

  private int scoreStored(Peregrine peregrine, Output output) throws Exception {
    if (scorer != null) {
      throw new UsageException(
          "--scorer goes with --postings; stored jobs use the scorer of config/preferences.yaml.");
    }
    if (resume != null) {
      String name = String.valueOf(Path.of(resume).getFileName());
      peregrine.resumes().save(read(peregrine, resume), name);
    }
    Optional<String> obstacle = peregrine.scoring().obstacle();
    if (obstacle.isPresent()) {
      throw new FailedException(obstacle.get());
    }
    peregrine.scoring().soon();
    new Waiting(peregrine).untilIdle(output);
    peregrine.tasks().recent(5).stream()
        .filter(task -> task.type().equals("score"))
        .findFirst()
        .map(Task::result)
        .ifPresent(output::message);
    return ExitCode.DONE;
  }

  private static String read(Peregrine peregrine, String typed)
      throws IOException, InterruptedException {
    Path file = peregrine.installation().typed(typed);
    if (!Files.isReadable(file)) {
      throw new UsageException("Résumé \"%s\": expected a file that can be read.".formatted(typed));
    }
    try {
      return peregrine
          .documents()
          .read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    } catch (DocumentException unreadable) {
      throw new FailedException(String.valueOf(unreadable.getMessage()));
    }
  }

  private static Map<String, @Nullable Object> json(String id, Score score) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("id", id);
    switch (score) {
      case Score.Match match -> {
        object.put("score", match.value());
        object.put("gaps", match.gaps());
        object.put("reasons", match.reasons().stream().map(ScoreCommand::json).toList());
      }
      case Score.None none -> {
        object.put("score", null);
        object.put("gaps", List.of());
        object.put("reasons", List.of());
        object.put("why", none.why());
      }
    }
    return object;
  }

  private static Map<String, Object> json(Reason reason) {
    var object = new LinkedHashMap<String, Object>();
    object.put("term", reason.term());
    object.put("weight", reason.weight());
    object.put("where", reason.where());
    return object;
  }

  private static List<String> cells(Posting posting, Score score) {
    return switch (score) {
      case Score.Match match ->
          List.of(
              "%.1f".formatted(match.value()),
              posting.title(),
              "missing: " + String.join(", ", match.gaps()));
      case Score.None none -> List.of("–", posting.title(), none.why());
    };
  }
}
