package dev.peregrine.host.boot;

import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.BriefClaim;
import dev.peregrine.host.research.BriefSection;
import dev.peregrine.host.research.Heading;
import dev.peregrine.host.research.Looked;
import dev.peregrine.host.research.Source;
import dev.peregrine.host.research.Subject;
import dev.peregrine.host.research.TalkingPoint;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
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
    name = "research",
    description = {
      "Looks a company up and shows what is known of it, with the source of each sentence.",
      "Where no web could be reached, it shows what postings say and ends with 3."
    },
    mixinStandardHelpOptions = true)
final class ResearchCommand extends TenantCommand {

  @Parameters(
      paramLabel = "JOB|COMPANY",
      description = "A job's number, as from: peregrine jobs list; or a company's name.")
  private String asked = "";

  @Option(
      names = "--heading",
      paramLabel = "NAME",
      description =
          "Looks up only this: overview, leadership, technology, funding, recent, competitors, red-flags, accessibility or inclusion.")
  private @Nullable String heading;

  @Option(names = "--stored", description = "Shows what is there and looks nothing up.")
  private boolean stored;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    Researching researching = peregrine.afterApplying().researching();
    long job = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : 0;
    Subject subject = subject(peregrine, researching, job);
    if (!stored) {
      lookUp(peregrine, researching, subject, job, output);
    }
    Brief brief =
        researching
            .briefs()
            .of(subject.key())
            .orElseThrow(
                () ->
                    new FailedException(
                        "Nothing was looked up about \"%s\" yet. Leave --stored away."
                            .formatted(asked)));
    List<TalkingPoint> points = job > 0 ? researching.briefs().points(job) : List.of();
    if (json) {
      output.json(json(brief, points));
    } else {
      say(brief, points, output);
    }
    return brief.isLive() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private Subject subject(Peregrine peregrine, Researching researching, long job) {
    if (job > 0) {
      return peregrine
          .jobs()
          .findById(job)
          .map(researching.briefs()::subject)
          .orElseThrow(
              () ->
                  new FailedException(
                      "There is no job \"%d\". See: peregrine jobs list".formatted(job)));
    }
    Subject named =
        Subject.named(asked)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Company \"%s\": expected its name as it is on its website."
                            .formatted(asked)));
    Optional<Subject> known = researching.briefs().subject(named.key());
    if (known.isEmpty() && !stored) {
      researching.briefs().say(named.key(), named.name(), Optional.empty());
    }
    return known.orElse(named);
  }

  private void lookUp(
      Peregrine peregrine, Researching researching, Subject subject, long job, Output output)
      throws Exception {
    Optional<Heading> only =
        Optional.ofNullable(heading)
            .map(
                name ->
                    Heading.of(name)
                        .orElseThrow(
                            () ->
                                new UsageException(
                                    "Heading \"%s\": expected one such as overview or red-flags. See: peregrine research --help"
                                        .formatted(name))));
    Task task =
        new Waiting(peregrine)
            .untilEnded(researching.research().begin(subject, job, only).id(), output);
    output.message(task.state() == TaskState.COMPLETED ? task.result() : task.error());
  }

  private static Map<Long, Integer> numbers(Brief brief) {
    var numbers = new LinkedHashMap<Long, Integer>();
    brief.sections().stream()
        .flatMap(section -> section.claims().stream())
        .flatMap(claim -> claim.sources().stream())
        .forEach(id -> numbers.putIfAbsent(id, numbers.size() + 1));
    return numbers;
  }

  private static void say(Brief brief, List<TalkingPoint> points, Output output) {
    Map<Long, Integer> numbers = numbers(brief);
    for (TalkingPoint point : points) {
      output.line("* " + point.text());
    }
    for (BriefSection section : brief.sections()) {
      output.line("");
      output.line(section.heading().key().toUpperCase(Locale.ROOT));
      if (section.claims().isEmpty()) {
        output.line("  Nothing was found.");
      }
      for (BriefClaim claim : section.claims()) {
        output.line("- %s %s".formatted(claim.text(), refs(claim, numbers)));
      }
    }
    output.line("");
    numbers.forEach(
        (id, number) ->
            Optional.ofNullable(brief.sourcesById().get(id))
                .ifPresent(
                    source ->
                        output.line(
                            "[%d] %s %s".formatted(number, source.title(), source.address()))));
  }

  private static String refs(BriefClaim claim, Map<Long, Integer> numbers) {
    return claim.standing() == BriefClaim.Standing.OWN
        ? "[the model's own]"
        : claim.sources().stream()
            .map(id -> "[%d]".formatted(numbers.getOrDefault(id, 0)))
            .collect(Collectors.joining());
  }

  private static Map<String, @Nullable Object> json(Brief brief, List<TalkingPoint> points) {
    Map<Long, Integer> numbers = numbers(brief);
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("company", brief.company());
    object.put("name", brief.name().isEmpty() ? null : brief.name());
    object.put("made", brief.made().toString());
    object.put("live", brief.isLive());
    object.put("writer", brief.writer().orElse(null));
    var sections = new ArrayList<Map<String, Object>>();
    for (BriefSection section : brief.sections()) {
      sections.add(
          Map.of(
              "heading",
              section.heading().key(),
              "dropped",
              section.dropped(),
              "claims",
              section.claims().stream()
                  .map(
                      claim ->
                          Map.of(
                              "text",
                              claim.text(),
                              "standing",
                              claim.standing().name().toLowerCase(Locale.ROOT),
                              "sources",
                              claim.sources().stream()
                                  .map(id -> numbers.getOrDefault(id, 0))
                                  .toList()))
                  .toList()));
    }
    object.put("sections", sections);
    var sources = new ArrayList<Map<String, @Nullable Object>>();
    Map<Long, Source> byId = brief.sourcesById();
    numbers.forEach(
        (id, number) ->
            Optional.ofNullable(byId.get(id))
                .ifPresent(source -> sources.add(json(number, source))));
    object.put("sources", sources);
    object.put("looked", brief.looked().stream().map(ResearchCommand::json).toList());
    object.put(
        "points",
        points.stream()
            .map(
                point ->
                    Map.of(
                        "text", point.text(), "evidence", point.evidence(), "asked", point.asked()))
            .toList());
    return object;
  }

  private static Map<String, @Nullable Object> json(int number, Source source) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("number", number);
    object.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
    object.put("address", source.address().toString());
    object.put("title", source.title());
    object.put("published", source.published().map(LocalDate::toString).orElse(null));
    object.put("fetched", source.fetched().toString());
    object.put("to_machines", source.toMachines());
    return object;
  }

  private static Map<String, Object> json(Looked looked) {
    return Map.of(
        "place",
        looked.place().key(),
        "outcome",
        looked.outcome().key(),
        "count",
        looked.count(),
        "detail",
        looked.detail());
  }
}
