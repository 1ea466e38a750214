package dev.peregrine.host.setup;

import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.person.ResumeGlance;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Setup: what work, where, for how much, and on which boards. */
public final class SearchStep implements Routes {

  private static final SetupStep STEP = SetupStep.SEARCH;

  private final Setup setup;
  private final SearchProfiles profiles;
  private final PluginRuntime plugins;
  private final Resumes resumes;
  private final Scoring scoring;

  public SearchStep(
      Setup setup,
      SearchProfiles profiles,
      PluginRuntime plugins,
      Resumes resumes,
      Scoring scoring) {
    this.setup = setup;
    this.profiles = profiles;
    this.plugins = plugins;
    this.resumes = resumes;
    this.scoring = scoring;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(STEP.path(), this::show);
    routes.post(STEP.path(), this::save);
    routes.post(STEP.path() + "/draft", this::draft);
  }

  private void show(Visit visit) {
    Optional<SearchProfile> profile = profiles.all().stream().findFirst();
    visit.show(
        page(
            visit,
            profile.map(SearchProfile::name).orElse(""),
            profile.map(each -> profiles.mark(each.name())).orElse(""),
            profile
                .map(each -> SearchAnswers.of(each, usual()))
                .orElseGet(() -> SearchAnswers.none(usual())),
            Map.of(),
            ""));
  }

  private SearchStepPage page(
      Visit visit,
      String old,
      String seen,
      SearchAnswers answers,
      Map<String, String> errors,
      String problem) {
    Optional<ResumeGlance> resume = ResumeGlance.of(resumes, visit.times());
    return new SearchStepPage(
        StepFrame.of(visit, setup, STEP),
        old,
        seen,
        answers,
        others(resume.map(ResumeGlance::titles).orElse(List.of()), answers.titles()),
        others(
            resume.map(ResumeGlance::town).filter(town -> !town.isEmpty()).stream().toList(),
            answers.places()),
        boards().stream()
            .map(
                board ->
                    new SearchStepPage.Board(
                        board.id(),
                        descriptor(board).about().name(),
                        answers.boards().contains(board.id())))
            .toList(),
        errors,
        problem.isEmpty() ? profiles.problem().orElse("") : problem);
  }

  private static List<String> others(List<String> suggested, List<String> chosen) {
    return suggested.stream()
        .filter(each -> chosen.stream().noneMatch(each::equalsIgnoreCase))
        .toList();
  }

  private List<Extension<JobBoard>> boards() {
    return plugins.extensions(JobBoard.class);
  }

  private static BoardDescriptor descriptor(Extension<JobBoard> board) {
    return (BoardDescriptor) board.descriptor();
  }

  private List<String> usual() {
    return boards().stream()
        .filter(board -> descriptor(board).onByDefault())
        .map(Extension::id)
        .toList();
  }

  /** A button adds what is typed; nothing is stored. */
  private void draft(Visit visit) {
    visit.show(
        page(
            visit,
            visit.value("old"),
            visit.value("seen"),
            SearchAnswers.read(visit),
            Map.of(),
            ""));
  }

  private void save(Visit visit) {
    String old = visit.value("old");
    String seen = visit.value("seen");
    SearchAnswers answers = SearchAnswers.read(visit);
    Map<String, String> errors = answers.errors(!boards().isEmpty());
    if (!errors.isEmpty()) {
      visit.show(422, page(visit, old, seen, answers, errors, ""));
      return;
    }
    boolean allUsual = Set.copyOf(answers.boards()).equals(Set.copyOf(usual()));
    SearchProfile profile =
        answers
            .onto(profiles.find(old).orElseGet(() -> fresh(answers)))
            .withBoards(allUsual ? List.of() : answers.boards());
    try {
      profiles.save(profile, old, seen);
    } catch (ChangedMeanwhileException other) {
      visit.show(409, page(visit, old, profiles.mark(old), answers, Map.of(), other.sentence()));
      return;
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(visit, old, seen, answers, Map.of(), broken.sentence() + " Nothing was saved."));
      return;
    }
    scoring.soon();
    setup.done(STEP);
    visit.go(setup.after(STEP));
  }

  /** Under a name that is free: another tab may have made one of that name. */
  private SearchProfile fresh(SearchAnswers answers) {
    String name =
        FirstSearch.name(answers.titles(), answers.places(), answers.mode().equals("remote"));
    String free =
        Stream.iterate(1, count -> count + 1)
            .map(count -> count == 1 ? name : name + " " + count)
            .filter(each -> profiles.find(each).isEmpty())
            .findFirst()
            .orElse(name);
    return SearchProfile.of(free, List.of(), List.of());
  }
}
