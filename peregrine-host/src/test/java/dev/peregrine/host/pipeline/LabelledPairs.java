package dev.peregrine.host.pipeline;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Pairs of invented postings, and whether a person would say that both are one job. */
record LabelledPairs(List<Pair> pairs) {

  /** Two postings as boards found them. */
  record Pair(boolean same, String kind, String line, Found one, Found other) {}

  private record Written(Map<String, String> facts, List<String[]> sentences) {}

  private static final String FRAME_BEFORE =
      "This job was found for you by our team of matching specialists. Create a free account to be"
          + " told about similar openings near you before others hear of them. ";
  private static final String FRAME_AFTER =
      " Report this posting if something looks wrong with it. By applying you accept our terms of use"
          + " and the rules on cookies. Jobs like this one are viewed forty times a day on average.";
  private static final String AGENCY_BEFORE =
      "Our client is a well known name in its field and has asked us to find the right person for a"
          + " permanent position that is open now. ";
  private static final String AGENCY_AFTER =
      " Send your profile with your earliest date to our consultant, who answers within two days and"
          + " treats what you write in confidence. Our service costs you nothing.";

  static LabelledPairs read() {
    Map<String, Written> postings = postings();
    List<Pair> pairs = new ArrayList<>();
    for (String line : lines("pairs.txt")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\\|", -1);
        int number = pairs.size();
        pairs.add(
            new Pair(
                parts[0].strip().equals("same"),
                parts[1].strip(),
                line,
                found(number + "a", "one", postings.get(parts[2].strip()), parts[3]),
                found(number + "b", "two", postings.get(parts[4].strip()), parts[5])));
      }
    }
    return new LabelledPairs(List.copyOf(pairs));
  }

  private static Map<String, Written> postings() {
    Map<String, Written> all = new HashMap<>();
    Written current = new Written(new LinkedHashMap<>(), new ArrayList<>());
    for (String line : lines("postings.txt")) {
      if (line.startsWith("[")) {
        current = new Written(new LinkedHashMap<>(), new ArrayList<>());
        all.put(line.substring(line.indexOf(' ') + 1, line.length() - 1), current);
      } else if (line.startsWith("@")) {
        current.sentences.addAll(all.get(line.substring(1)).sentences);
      } else if (line.matches("(title|company|place|remote): .*")) {
        int colon = line.indexOf(": ");
        current.facts.put(line.substring(0, colon), line.substring(colon + 2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.sentences.add(line.split(" \\|\\| ", -1));
      }
    }
    return all;
  }

  private static Found found(String id, String board, Written written, String changes) {
    Map<String, String> facts = new HashMap<>(written.facts);
    for (String change : changes.split(";", -1)) {
      int equals = change.indexOf('=');
      if (equals > 0) {
        facts.put(change.substring(0, equals).strip(), change.substring(equals + 1).strip());
      }
    }
    String text = text(written.sentences, facts.getOrDefault("text", "whole"));
    Posting posting =
        Posting.of(id, facts.get("title"), address(facts, "url").orElse(boardAddress(id)))
            .withCompany(known(facts, "company"))
            .withPlaces(known(facts, "place").flatMap(Place::of).stream().toList())
            .withRemote(known(facts, "remote").map(RemoteMode::valueOf))
            .withApplyUrl(address(facts, "apply"))
            .withPosted(known(facts, "posted").map(LocalDate::parse))
            .withDetail(PostingDetail.REQUISITION, known(facts, "requisition"))
            .withDescription(Optional.of(text).filter(said -> !said.isEmpty()));
    return new Found(
        posting, facts.getOrDefault("board", board), OptionalLong.empty(), Optional.empty());
  }

  private static URI boardAddress(String id) {
    return URI.create("https://board.example/postings/" + id);
  }

  private static Optional<URI> address(Map<String, String> facts, String key) {
    return known(facts, key).map(URI::create);
  }

  private static Optional<String> known(Map<String, String> facts, String key) {
    return Optional.ofNullable(facts.get(key)).filter(value -> !value.isEmpty());
  }

  private static String text(List<String[]> sentences, String way) {
    String whole = joined(sentences, 0);
    return switch (way) {
      case "whole" -> whole;
      case "none" -> "";
      case "cut" -> whole.substring(0, whole.length() * 6 / 10);
      case "snippet" -> whole.substring(0, 300) + "…";
      case "frame" -> FRAME_BEFORE + whole + FRAME_AFTER;
      case "agency" -> AGENCY_BEFORE + whole + AGENCY_AFTER;
      case "light" -> joined(sentences, 2);
      case "heavy" -> joined(sentences, Integer.MAX_VALUE);
      case "drop" -> {
        List<String[]> kept = new ArrayList<>(sentences);
        for (int at = kept.size() - 2; at >= 0; at -= 5) {
          kept.remove(at);
        }
        yield joined(kept, 0);
      }
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static String joined(List<String[]> sentences, int rewritten) {
    var text = new StringBuilder();
    int left = rewritten;
    for (String[] sentence : sentences) {
      boolean other = sentence.length > 1 && left-- > 0;
      text.append(sentence[other ? 1 : 0]).append(' ');
    }
    return text.toString().strip();
  }

  private static List<String> lines(String file) {
    try (var in = LabelledPairs.class.getResourceAsStream("/same-job/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
