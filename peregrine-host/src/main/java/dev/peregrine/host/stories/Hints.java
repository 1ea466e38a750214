package dev.peregrine.host.stories;

import dev.peregrine.host.resumes.Fold;
import dev.peregrine.host.resumes.Project;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Volunteer;
import dev.peregrine.host.resumes.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what of a résumé could be told as a story. */
final class Hints {

  private static final int SHORTEST = 25;
  private static final int LONG = 60;
  private static final double AGEING = 0.85;
  private static final int WORDS_OF_A_TITLE = 9;
  private static final Pattern FIGURE = Pattern.compile("\\d");

  /** What came of something, mostly said last. */
  private static final Pattern OUTCOME =
      Pattern.compile(
          ",?\\s+(?:and )?(?=(?:which|resulting in|leading to|reducing|cutting|saving|increasing"
              + "|raising|so that|brought|cut|reduced|saved|raised|increased|wodurch|sodass|so dass"
              + "|dadurch|senkte|sparte|steigerte)\\s)",
          Pattern.CASE_INSENSITIVE);

  private Hints() {}

  private record Weighed(Hint hint, double weight) {}

  /** The most telling first; without those that are known. */
  static List<Hint> of(ResumeDocument resume, Set<String> known) {
    var all = new ArrayList<Weighed>();
    for (int at = 0; at < resume.work().size(); at++) {
      Work work = resume.work().get(at);
      add(all, work.highlights(), place(work.position(), work.name()), Math.pow(AGEING, at));
    }
    for (Project project : resume.projects()) {
      add(all, project.highlights(), place(project.name(), project.entity()), 0.7);
    }
    for (Volunteer volunteer : resume.volunteer()) {
      add(all, volunteer.highlights(), place(volunteer.position(), volunteer.organization()), 0.7);
    }
    return all.stream()
        .filter(weighed -> !known.contains(key(weighed.hint().line())))
        .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
        .map(Weighed::hint)
        .distinct()
        .toList();
  }

  private static void add(List<Weighed> all, List<String> lines, String place, double age) {
    for (String line : lines) {
      if (line.length() >= SHORTEST) {
        double telling =
            1
                + (FIGURE.matcher(line).find() ? 1 : 0)
                + (line.length() >= LONG ? 0.5 : 0)
                + Math.min(3, Theme.in(line).size()) * 0.4;
        all.add(new Weighed(new Hint(line.strip(), place), telling * age));
      }
    }
  }

  private static String place(Optional<String> what, Optional<String> where) {
    return Stream.of(what, where)
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** By which a line is known again, however it is punctuated. */
  static String key(String line) {
    return Fold.same(line).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** The beginning of a story: what the line says was done, and what came of it. */
  static StoryText begun(Hint hint) {
    String line = hint.line();
    Map<Part, String> parts = new EnumMap<>(Part.class);
    Matcher outcome = OUTCOME.matcher(line);
    int cut = -1;
    while (outcome.find() && outcome.start() > 0) {
      cut = cut < 0 && outcome.start() >= SHORTEST ? outcome.start() : cut;
    }
    parts.put(Part.ACTION, cut < 0 ? line : line.substring(0, cut));
    parts.put(Part.RESULT, cut < 0 ? "" : line.substring(cut).replaceFirst("^,?\\s+(?:and )?", ""));
    return new StoryText(title(line), parts, hint.place(), Theme.in(line));
  }

  /** The beginning of a story that answers a question. */
  static StoryText answering(String question) {
    return new StoryText(title(question), Map.of(), "", Theme.in(question));
  }

  /** The first words of a line. */
  static String title(String line) {
    String[] words = line.strip().split("\\s+");
    String title = Stream.of(words).limit(WORDS_OF_A_TITLE).collect(Collectors.joining(" "));
    return title.replaceAll("[,;:.?!]+$", "") + (words.length > WORDS_OF_A_TITLE ? " …" : "");
  }
}
