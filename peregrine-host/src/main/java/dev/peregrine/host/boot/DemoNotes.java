package dev.peregrine.host.boot;

import dev.peregrine.host.demo.Told;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.research.Source;
import dev.peregrine.host.research.Subject;
import dev.peregrine.host.stories.Part;
import dev.peregrine.host.stories.StoryText;
import dev.peregrine.host.stories.Theme;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stories and earlier letters of the invented life, and what was looked up of employers. */
final class DemoNotes {

  private final DemoScenes scenes;

  DemoNotes(DemoScenes scenes) {
    this.scenes = scenes;
  }

  void add() {
    Told.of("stories").forEach(this::story);
    Told.of("letters").forEach(this::letter);
    // Before the first talk: the program itself would look up then, and finds nobody to ask.
    Told.of("briefs").forEach(this::brief);
  }

  private void story(Told told) {
    scenes.at(
        scenes.ago(told.number("days"), 20, 30),
        () -> {
          var parts = new EnumMap<Part, String>(Part.class);
          for (Part part : Part.values()) {
            parts.put(part, told.text(part.key()));
          }
          var themes =
              told.texts("themes").stream()
                  .map(theme -> Theme.of(theme).orElseThrow())
                  .collect(Collectors.toSet());
          var text = new StoryText(told.text("title"), parts, told.text("place"), themes);
          var _ =
              scenes
                  .peregrine()
                  .afterApplying()
                  .preparation()
                  .stories()
                  .add(text, told.text("source"));
        });
  }

  private void letter(Told told) {
    scenes.at(
        scenes.ago(told.number("days"), 18, 5),
        () -> {
          var _ = scenes.peregrine().ownLetters().add(told.text("name"), told.text("text"));
        });
  }

  private void brief(Told told) {
    Instant when = scenes.ago(told.number("days"), 12, 40);
    URI site = URI.create(told.text("site"));
    scenes.at(
        when,
        () -> {
          Job job = scenes.peregrine().jobs().findById(scenes.job(told.text("job"))).orElseThrow();
          List<Source> sources =
              told.within("sources").stream().map(one -> source(one, site, when)).toList();
          scenes
              .peregrine()
              .afterApplying()
              .researching()
              .research()
              .retell(Subject.of(job), site, sources);
        });
  }

  private Source source(Told told, URI site, Instant when) {
    boolean isOwn = !told.text("path").isEmpty();
    return new Source(
        0,
        Source.Kind.valueOf(told.text("kind").toUpperCase(Locale.ROOT)),
        isOwn ? site.resolve(told.text("path")) : URI.create(told.text("address")),
        told.text("title"),
        Optional.of(told.text("days"))
            .filter(days -> !days.isEmpty())
            .map(days -> scenes.today().minusDays(Long.parseLong(days))),
        when,
        told.text("text"),
        false);
  }
}
