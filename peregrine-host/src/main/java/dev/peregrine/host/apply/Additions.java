package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.evidence.ClaimKind;
import dev.peregrine.host.resumes.Basics;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts words that are true into a résumé, at a place that the person chose. */
final class Additions {

  private static final String WORK = "work-";

  private Additions() {}

  /** The places that a résumé has for them. */
  static List<ProofPart.Place> places(ResumeDocument document) {
    var places = new ArrayList<ProofPart.Place>();
    places.add(new ProofPart.Place("skills", t("letters.in-skills")));
    for (int at = 0; at < document.work().size(); at++) {
      var work = document.work().get(at);
      String name =
          Stream.of(work.position(), work.name())
              .flatMap(Optional::stream)
              .collect(Collectors.joining(", "));
      places.add(
          new ProofPart.Place(
              WORK + at, t("letters.in-position", "name", name.isEmpty() ? "–" : name)));
    }
    places.add(new ProofPart.Place("certificates", t("letters.in-certificates")));
    places.add(new ProofPart.Place("languages", t("letters.in-languages")));
    places.add(new ProofPart.Place("summary", t("letters.in-summary")));
    return places;
  }

  /** The place where a claim of a kind belongs most likely. */
  static String home(ClaimKind kind, ResumeDocument document) {
    return switch (kind) {
      case SKILL -> "skills";
      case CERTIFICATE -> "certificates";
      case LANGUAGE -> "languages";
      case EMPLOYER, TITLE, DATE, DURATION, DEGREE, SCHOOL, NUMBER, EXPERIENCE, NAME ->
          document.work().isEmpty() ? "summary" : WORK + 0;
    };
  }

  /** The résumé with the words in it, as its next version. */
  static ResumeContent with(Resume resume, String place, String words) {
    return new ResumeContent(
        Resume.Origin.EDITED,
        resume.text().stripTrailing() + "\n- " + words,
        ResumeJson.read(resume.document())
            .filter(document -> !document.equals(ResumeDocument.EMPTY))
            .map(document -> ResumeJson.write(added(document, place, words)))
            .orElse(resume.document()),
        resume.sourceName(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private static ResumeDocument added(ResumeDocument document, String place, String words) {
    Map<String, Object> json = new LinkedHashMap<>(ResumeJson.of(document));
    switch (place) {
      case "skills" -> append(json, "skills", Map.of("name", words));
      case "certificates" -> append(json, "certificates", Map.of("name", words));
      case "languages" -> append(json, "languages", Map.of("language", words));
      default -> {
        Optional<Integer> position = position(place, document);
        if (position.isEmpty()) {
          return summarised(document, words);
        }
        List<Object> work = list(json.get("work"));
        Map<String, Object> entry = new LinkedHashMap<>(object(work.get(position.get())));
        append(entry, "highlights", words);
        work.set(position.get(), entry);
        json.put("work", work);
      }
    }
    return ResumeJson.read(JSON.writeValueAsString(json)).orElse(document);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Optional<Integer> position(String place, ResumeDocument document) {
    return place.matches(WORK + "\\d{1,3}")
        ? Optional.of(Integer.parseInt(place.substring(WORK.length())))
            .filter(at -> at < document.work().size())
        : Optional.empty();
  }

  private static ResumeDocument summarised(ResumeDocument document, String words) {
    Map<String, Object> json = new LinkedHashMap<>(ResumeJson.of(document));
    Basics basics = document.basics();
    Map<String, Object> about = new LinkedHashMap<>(object(json.getOrDefault("basics", Map.of())));
    about.put("summary", basics.summary().map(text -> text + " " + words).orElse(words));
    json.put("basics", about);
    return ResumeJson.read(JSON.writeValueAsString(json)).orElse(document);
  }

  private static void append(Map<String, Object> json, String key, Object value) {
    List<Object> list = list(json.get(key));
    list.add(value);
    json.put(key, list);
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
  }

  private static Map<String, Object> object(Object value) {
    var object = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> object.put(String.valueOf(key), each));
    }
    return object;
  }
}
