package dev.peregrine.host.boot;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.authors.Recorder;
import dev.peregrine.host.authors.Recording;
import dev.peregrine.host.authors.Replay;
import dev.peregrine.host.discovery.BoardTry;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.intake.DescriptionFormat;
import dev.peregrine.host.intake.FillRate;
import dev.peregrine.host.intake.PostingJson;
import dev.peregrine.host.plugins.CallTap;
import dev.peregrine.host.plugins.Extension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "try",
    description = {
      "Asks one board and shows what it finds, without storing it,",
      "and how many of its postings have each field."
    },
    mixinStandardHelpOptions = true)
final class BoardTryCommand extends TenantCommand {

  @Parameters(paramLabel = "ID", description = "The board, see: peregrine board list")
  private String id = "";

  @Mixin private QueryOptions options = new QueryOptions();

  @Option(
      names = "--description",
      paramLabel = "FORMAT",
      description = "plain, markdown or html, with --json (default: plain)",
      defaultValue = "plain")
  private DescriptionFormat format = DescriptionFormat.PLAIN;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of the board for this call; company=SLUG names an employer, as does the address of its careers page.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description = "An HTTP proxy to call through; may be repeated, then they take turns.")
  private List<String> proxies = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description = "Keeps what was asked and answered, without secrets, for: plugin test")
  private @Nullable String record;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    Map<String, String> overrides = overrides();
    peregrine.plugins().find(JobBoard.class, id).ifPresent(board -> checkKeys(board, overrides));
    var recorder = new Recorder();
    BoardTry tried = tried(peregrine, overrides, record == null ? CallTap.NONE : recorder);
    List<Map<String, @Nullable Object>> postings =
        tried.postings().stream().map(this::json).toList();
    if (json) {
      postings.forEach(output::json);
    } else {
      output.table(tried.postings().stream().map(BoardTryCommand::cells).toList());
      if (!postings.isEmpty()) {
        output.line("");
        output.fillRates(FillRate.of(postings));
      }
    }
    output.message(
        "%s: %d found, %d shown. %s"
            .formatted(
                tried.outcome().name(),
                tried.outcome().found(),
                tried.postings().size(),
                tried.outcome().sentence())
            .strip());
    if (record != null) {
      record(recorder, tried, peregrine, output);
    }
    return exitCode(tried.outcome().state(), tried.postings().isEmpty());
  }

  private BoardTry tried(Peregrine peregrine, Map<String, String> overrides, CallTap tap)
      throws ExtensionException, InterruptedException {
    try {
      return peregrine.discovery().tryBoard(id, options.query(), overrides, tap);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    } catch (ExtensionException none) {
      if (none.kind() == ExtensionException.Kind.UNSUPPORTED) {
        throw new UsageException(String.valueOf(none.getMessage()));
      }
      throw none;
    }
  }

  /** The postings are those that the board makes of the recording, from which secrets are out. */
  private void record(Recorder recorder, BoardTry tried, Peregrine peregrine, Output output)
      throws Exception {
    Path folder = peregrine.installation().typed(String.valueOf(record));
    Recording recording =
        recorder.recording(
            id,
            peregrine.installation().clock().instant(),
            options.query(),
            Optional.ofNullable(settings.get("company")));
    Replay replay = Replay.of(recording, peregrine.discovery());
    recording.with(replay).write(folder);
    output.message(
        "Recorded in \"%s\": calls %d, postings %d. Keys, tokens and mail addresses are out of it; the rest is other people's data: do not publish it."
            .formatted(folder, recording.calls().size(), replay.postings().size()));
    if (replay.postings().size() != tried.postings().size()) {
      output.message(
          "Played back it gives %d postings, not %d: the board needs something that was taken out. %s"
              .formatted(
                  replay.postings().size(), tried.postings().size(), replay.outcome().sentence())
              .strip());
    }
  }

  private Map<String, String> overrides() {
    var overrides = new LinkedHashMap<>(settings);
    if (!proxies.isEmpty()) {
      overrides.put(SettingSpec.proxies().key(), String.join(" ", proxies));
    }
    return overrides;
  }

  private static void checkKeys(Extension<JobBoard> board, Map<String, String> overrides) {
    var descriptor = (BoardDescriptor) board.descriptor();
    var known =
        new TreeSet<>(descriptor.about().settings().stream().map(SettingSpec::key).toList());
    if (descriptor.searchesEmployers()) {
      known.add("company");
    }
    for (String key : overrides.keySet()) {
      if (!known.contains(key)) {
        throw new UsageException(
            "Setting \"%s\": %s has none of that name, expected one of: %s."
                .formatted(key, descriptor.about().name(), String.join(", ", known)));
      }
    }
  }

  private Map<String, @Nullable Object> json(Posting posting) {
    Optional<String> description = posting.description().map(format::of);
    return PostingJson.of(
        posting.nativeId(), posting, id, description.filter(text -> !text.isBlank()));
  }

  private static List<String> cells(Posting posting) {
    var cells = new ArrayList<String>();
    cells.add(posting.title());
    cells.add(posting.company().orElse("–"));
    cells.add(posting.places().isEmpty() ? "–" : posting.places().getFirst().text());
    cells.add(posting.url().toString());
    return cells;
  }

  private static int exitCode(OutcomeState state, boolean nothing) {
    if (state == OutcomeState.DONE) {
      return ExitCode.DONE;
    }
    return nothing ? ExitCode.FAILED : ExitCode.PARTLY;
  }
}
