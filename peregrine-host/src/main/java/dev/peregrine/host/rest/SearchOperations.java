package dev.peregrine.host.rest;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.discovery.SourceHealth;
import dev.peregrine.host.discovery.SourceState;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.rest.TaskOperations.Begun;
import dev.peregrine.host.web.ProgramProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Search profiles, boards, and runs over them. */
final class SearchOperations {

  private final SearchProfiles profiles;
  private final PluginRuntime plugins;
  private final Discovery discovery;
  private final TaskOperations tasks;

  SearchOperations(
      SearchProfiles profiles, PluginRuntime plugins, Discovery discovery, TaskOperations tasks) {
    this.profiles = profiles;
    this.plugins = plugins;
    this.discovery = discovery;
    this.tasks = tasks;
  }

  record Search(
      String name,
      List<String> titles,
      List<String> locations,
      @Meaning("Modes that are wanted; none: any.") List<RemoteMode> remote,
      Optional<String> country,
      @Meaning("None: all that are searched by default.") List<String> boards,
      int limitPerBoard,
      Optional<Long> maxAgeDays) {

    static Search of(SearchProfile profile) {
      return new Search(
          profile.name(),
          profile.titles(),
          profile.locations(),
          profile.remote().stream().sorted().toList(),
          profile.country(),
          profile.boards(),
          profile.limitPerBoard(),
          profile.maxAge().map(age -> age.toDays()));
    }
  }

  record SearchList(List<Search> items) {}

  record Board(
      String id,
      String name,
      String summary,
      boolean onByDefault,
      SourceState state,
      @Meaning("Why; null where there is nothing to say.") Optional<String> sentence,
      @Meaning("When it is asked again, where it rests.") Optional<Instant> until,
      @Meaning("When it last brought something new.") Optional<Instant> lastNew) {}

  record BoardList(List<Board> items) {}

  record NewRun(
      @Meaning("Names of search profiles; all where it is left out.")
          Optional<List<String>> searches,
      @Meaning("Ids of boards; those of the profiles where it is left out.")
          Optional<List<String>> boards) {}

  record RunBoard(
      String board,
      OutcomeState state,
      int found,
      @Meaning("How many of them are new in the list.") int kept,
      int hidden,
      Optional<String> sentence) {

    static RunBoard of(BoardOutcome outcome) {
      return new RunBoard(
          outcome.board(),
          outcome.state(),
          outcome.found(),
          outcome.kept(),
          outcome.hidden(),
          Optional.of(outcome.sentence()).filter(text -> !text.isEmpty()));
    }
  }

  record Run(
      long id,
      @Meaning("The task that does it.") long task,
      String label,
      Instant started,
      Optional<Instant> finished,
      List<RunBoard> boards) {

    static Run of(RunView run) {
      return new Run(
          run.id(),
          run.task(),
          run.label(),
          run.started(),
          run.finished(),
          run.boards().stream().map(RunBoard::of).toList());
    }
  }

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.SEARCHES,
            "listSearches",
            "/searches",
            "Lists the search profiles.",
            List.of(),
            SearchList.class,
            _ -> new SearchList(profiles.all().stream().map(Search::of).toList())),
        Operation.get(
            Topic.SEARCHES,
            "listBoards",
            "/boards",
            "Lists the boards that are switched on, and how each is.",
            List.of(),
            BoardList.class,
            _ -> boards()),
        Operation.post(
            Topic.SEARCHES,
            Scope.RUN,
            "startRun",
            "/runs",
            "Searches boards, as a task; one for the same that goes on already is joined.",
            NewRun.class,
            List.of(202),
            Begun.class,
            (_, body) -> start(body)),
        Operation.get(
            Topic.SEARCHES,
            "getLatestRun",
            "/runs/latest",
            "Gives the run that began last, board by board.",
            List.of(),
            Run.class,
            _ -> latest()),
        Operation.get(
            Topic.SEARCHES,
            "getRunOfTask",
            "/tasks/{task}/run",
            "Gives the run that a task does.",
            List.of(),
            Run.class,
            asked ->
                discovery
                    .byTask(asked.id("task"))
                    .map(Run::of)
                    .orElseThrow(() -> Refusal.none("Run of task", asked.id("task")))));
  }

  private BoardList boards() {
    Map<String, SourceHealth> health =
        discovery.sources().all().stream()
            .collect(Collectors.toMap(SourceHealth::board, Function.identity(), (a, _) -> a));
    return new BoardList(
        plugins.extensions(JobBoard.class).stream()
            .map(
                extension -> {
                  var descriptor = (BoardDescriptor) extension.descriptor();
                  Optional<SourceHealth> known = Optional.ofNullable(health.get(extension.id()));
                  return new Board(
                      extension.id(),
                      descriptor.about().name(),
                      descriptor.about().summary(),
                      descriptor.onByDefault(),
                      known.map(SourceHealth::state).orElse(SourceState.NEW),
                      known.map(SourceHealth::sentence).filter(text -> !text.isEmpty()),
                      known.flatMap(SourceHealth::until),
                      known.flatMap(SourceHealth::lastNew));
                })
            .toList());
  }

  private Result<Begun> start(NewRun wanted) {
    List<String> searches = wanted.searches().orElseGet(List::of);
    List<String> boards = wanted.boards().orElseGet(List::of);
    for (String name : searches) {
      if (profiles.find(name).isEmpty()) {
        throw Refusal.invalid(
            "searches has \"%s\", expected names of search profiles: %s."
                .formatted(
                    name,
                    String.join(", ", profiles.all().stream().map(SearchProfile::name).toList())));
      }
    }
    for (String id : boards) {
      if (plugins.find(JobBoard.class, id).isEmpty()) {
        throw Refusal.invalid(
            "boards has \"%s\", which is no board that is switched on. See GET /boards."
                .formatted(id));
      }
    }
    if (profiles.all().isEmpty()) {
      throw new Refusal(
          ProgramProblem.of(
              409,
              "no-search",
              "Nothing to search for",
              "There is no search profile yet. Say under Search what you look for."));
    }
    return tasks.begun(discovery.start(searches, boards));
  }

  private Run latest() {
    return discovery
        .latest()
        .map(Run::of)
        .orElseThrow(
            () ->
                new Refusal(
                    ProgramProblem.of(
                        404, "not-found", "Not found", "Nothing was searched for yet.")));
  }
}
