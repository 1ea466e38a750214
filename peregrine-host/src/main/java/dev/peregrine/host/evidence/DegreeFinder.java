package dev.peregrine.host.evidence;

import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Degrees and the fields they are in. */
final class DegreeFinder implements Finder {

  private static final List<String> LEVELS =
      List.of("doctorate", "mba", "master", "bachelor", "vocational", "secondary");
  private static final Map<String, Pattern> PATTERNS =
      LEVELS.stream().collect(Collectors.toMap(level -> level, DegreeFinder::pattern));
  private static final Set<String> MINE = Set.of("my", "mein", "meine", "meinen", "meinem");
  private static final Pattern STUDIED =
      Pattern.compile(
          "(?<![\\p{L}])(?:i (?:read|studied)|majored in|graduated in|studierte ich|ich studierte|studium der|degree in|abschluss in|studied)"
              + " (?<field>[\\p{L}-]+(?: (?!at|from|in|an|with|and|bei|und)[\\p{L}-]+)?)(?= at | in | from | an | until |[,.]|$)");
  private static final Pattern ALIKE =
      Pattern.compile("scrum master|webmaster|master data|masterclass|postmaster|sales promotion");
  private static final Pattern FIELD =
      Pattern.compile(
          "^(?:'s)?(?: degree| studies| diploma| of (?:science|arts|engineering|laws))?"
              + "(?:,? (?:in|of|der|fur)(?: der| the)? (?<field>[\\p{L}&-]+(?: (?!from|at|with|and|an|der|und|from)[\\p{L}&-]+){0,2}))");

  private static final Pattern LATER =
      Pattern.compile(
          "^[^.,;]{0,60}? (?:is|was|ist|war) in (?<field>[\\p{L}&-]+(?: [\\p{L}&-]+)?)");

  private static Pattern pattern(String level) {
    return Pattern.compile(
        Vocabulary.list(level).stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(
                word ->
                    word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}*"
                        : Pattern.quote(word))
            .collect(Collectors.joining("|", "(?<![\\p{L}])(?:", ")(?![\\p{L}])")));
  }

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    if (ALIKE.matcher(sentence.folded).find()) {
      return claims;
    }
    for (String level : LEVELS) {
      Matcher matcher = Objects.requireNonNull(PATTERNS.get(level)).matcher(sentence.folded);
      if (matcher.find()
          && isClaimed(sentence, matcher.start())
          && free(claims, sentence, matcher)) {
        claims.add(claim(level, matcher, sentence, facts));
      }
    }
    if (claims.isEmpty()) {
      studied(sentence, facts).ifPresent(claims::add);
    }
    return claims;
  }

  /** "I read physics at …". */
  private static Optional<Claim> studied(Sentence sentence, Facts facts) {
    Matcher matcher = STUDIED.matcher(sentence.folded);
    if (!matcher.find()
        || isThere(matcher.group("field"), facts)
        || isAPlace(matcher.group("field"), facts)
        || !isClaimed(sentence, matcher.start())
        || facts.degrees().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        sentence.unsupported(
            ClaimKind.DEGREE,
            matcher.start("field"),
            matcher.end("field"),
            "Your résumé names other studies: \"%s\". Correct one of them."
                .formatted(facts.degrees().getFirst().fact().text())));
  }

  private static boolean free(List<Claim> claims, Sentence sentence, Matcher matcher) {
    return claims.stream()
        .noneMatch(
            claim ->
                claim.start() < sentence.start + matcher.end()
                    && sentence.start + matcher.start() < claim.end());
  }

  private static boolean isClaimed(Sentence sentence, int at) {
    int word = sentence.wordAt(at);
    Stance stance = sentence.stanceAt(word);
    return sentence.hasBefore(word + 1, 3, MINE) || stance == Stance.CLAIM || stance == Stance.OPEN;
  }

  private static Claim claim(String level, Matcher matcher, Sentence sentence, Facts facts) {
    int from = matcher.start();
    int to = matcher.end();
    Optional<Facts.Known> having = having(level, facts);
    if (having.isEmpty()) {
      return sentence.unsupported(
          ClaimKind.DEGREE,
          from,
          to,
          "Your résumé has no degree of this kind. Take it out, or add it there if it is true.");
    }
    Matcher field = FIELD.matcher(sentence.folded.substring(to));
    Matcher later = LATER.matcher(sentence.folded.substring(to));
    if (later.find()
        && !isThere(later.group("field"), facts)
        && !isAPlace(later.group("field"), facts)) {
      return sentence.unsupported(
          ClaimKind.DEGREE,
          to + later.start("field"),
          to + later.end("field"),
          "Your résumé says otherwise: \"%s\". Correct one of them."
              .formatted(having.get().fact().text()));
    }
    if (field.find() && field.group("field") != null && !isThere(field.group("field"), facts)) {
      return sentence.unsupported(
          ClaimKind.DEGREE,
          to + field.start("field"),
          to + field.end("field"),
          "Your résumé says otherwise: \"%s\". Correct one of them."
              .formatted(having.get().fact().text()));
    }
    return sentence.supported(ClaimKind.DEGREE, from, to, having.get().fact());
  }

  private static boolean isAPlace(String words, Facts facts) {
    return Word.of(words).stream().anyMatch(word -> facts.word(word.folded()).isPresent());
  }

  private static boolean isThere(String field, Facts facts) {
    Set<String> small = Set.of("the", "a", "an", "my", "science", "and", "applied", "der", "die");
    List<Word> telling =
        Word.of(field).stream().filter(word -> !small.contains(word.folded())).toList();
    return telling.isEmpty()
        || telling.stream()
            .anyMatch(
                word ->
                    facts.degrees().stream()
                        .anyMatch(known -> known.stems().contains(word.stem())));
  }

  private static Optional<Facts.Known> having(String level, Facts facts) {
    Stream<Facts.Known> said = facts.degrees().stream();
    if (level.equals("vocational") || level.equals("secondary")) {
      said = facts.all().stream();
    }
    Pattern pattern = evidence(level);
    return said.filter(known -> pattern.matcher(Fold.same(known.fact().text())).find()).findFirst();
  }

  /** Wider than what claims it: "MSc Physics", "B. A.", "Abi". */
  private static Pattern evidence(String level) {
    return switch (level) {
      case "doctorate" -> EVIDENCE_DOCTORATE;
      case "mba" -> EVIDENCE_MBA;
      case "master" -> EVIDENCE_MASTER;
      case "bachelor" -> EVIDENCE_BACHELOR;
      case "vocational" -> EVIDENCE_VOCATIONAL;
      default -> EVIDENCE_SECONDARY;
    };
  }

  private static final Pattern EVIDENCE_DOCTORATE =
      Pattern.compile("ph\\.? ?d|doctor|doktor|promotion|dissertation|d\\.?phil|dr\\.|dottorato");
  private static final Pattern EVIDENCE_MBA =
      Pattern.compile("\\be?mba\\b|master of business|business administration");
  private static final Pattern EVIDENCE_MASTER =
      Pattern.compile(
          "master|\\bm\\. ?(?:sc|a|eng|s|ed|tech|phil)\\b|\\b(?:msc|ma|meng|ms|mfa|mtech|llm|mba|mphil)\\b|diplom|magister|"
              + "staatsexamen|maitrise|laurea magistrale|mgr|civilingenjor|ingenieur");
  private static final Pattern EVIDENCE_BACHELOR =
      Pattern.compile(
          "bachelor|\\bb\\. ?(?:sc|a|eng|s|ed|tech|com|fa)\\b|\\b(?:bsc|ba|beng|bs|bfa|btech|bba|bcom|llb)\\b|licen|"
              + "laurea|undergraduate|grado|kandidat|inzynier|diplom");
  private static final Pattern EVIDENCE_VOCATIONAL =
      Pattern.compile(
          "ausbildung|lehre|apprentice|vocational|gesell|ihk|kauf(?:mann|frau)|geselle|trade|certificate|fachschule|berufsfachschule|berufsschule|staatlich|gepruft");
  private static final Pattern EVIDENCE_SECONDARY =
      Pattern.compile(
          "abitur|matura|high school|a-level|a level|baccal|secondary|gymnasi|hochschulreife|fachabi");
}
