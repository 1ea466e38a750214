package dev.peregrine.host.evidence;

import dev.peregrine.host.evidence.Requirement.Force;
import dev.peregrine.host.resumes.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a posting asks for: its sentences are looked at as if the person had written them of
 * themselves, so that what finds claims in letters finds demands in postings.
 */
final class Requirements {

  private static final Pattern MUST =
      Pattern.compile(
          "\\b(?:must|required|requirements?|mandatory|essential|minimum|need to have|muss|zwingend"
              + "|erforderlich|voraus(?:gesetzt|setzung\\w*)|unabdingbar|notwendig)\\b");
  private static final Pattern WELCOME =
      Pattern.compile(
          "\\b(?:nice[ -]to[ -]have|(?:a|big|huge|is) plus|bonus|preferred|preferably|desirable|desired"
              + "|ideally|advantage\\w*|welcome|not required|von vorteil|idealerweise|wunschenswert"
              + "|gern(?:e)? gesehen|plus)\\b");

  /** What stands there of the employer, or for the law, and is nobody's task. */
  private static final Pattern THEIRS =
      Pattern.compile("\\b(?:we|our|us|wir|uns|unser\\w*|the company|benefits?)\\b");

  private static final Pattern LAW =
      Pattern.compile(
          "regardless|equal opportunit|discriminat|veteran|disabilit|ungeachtet|unabhangig von|behinder");

  /** Of what people may have done, that which employers ask for. */
  private static final Set<String> ASKED_DEEDS =
      Set.of(
          "leading people",
          "mentoring",
          "responsibility for a budget",
          "hiring people",
          "publishing",
          "speaking in public",
          "a driving licence",
          "a security clearance",
          "negotiating",
          "being on call",
          "teaching");

  private static final String NOTHING_OF = "Your résumé says nothing of ";
  private static final List<Set<String>> NO_NAMES =
      Stream.of(
              "plain-name", "common", "bachelor", "master", "mba", "doctorate", "certificate-name")
          .map(Vocabulary::set)
          .toList();
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}{2,6}\\d{0,2}|\\p{L}\\p{Ll}+(?:\\p{Lu}[\\p{L}\\d]*)+|\\p{L}+[\\d+#]+");
  private static final Pattern LARGE = Pattern.compile("\\p{Lu}{2,}");
  private static final int FEW = 2;
  private static final Set<String> CERTIFICATES = Vocabulary.set("certificate-name");
  private static final Pattern CERTIFIED =
      Pattern.compile("(?:Certified|Licensed|Chartered|Registered)(?: \\p{Lu}[\\p{L}-]+){1,4}");
  private static final Set<String> SKILL_WORD = Vocabulary.set("skill-word");
  private static final Theirs NOBODY = new Theirs(Vacancy.UNKNOWN);
  private static final int HEADING = 6;
  private static final int LONGEST = 60_000;

  private static final List<Finder> FINDERS =
      List.of(new CertificateFinder(), new LanguageFinder(), new DegreeFinder(), new ScopeFinder());

  private final Facts facts;
  private final Vacancy vacancy;
  private final Map<String, List<Fact>> skilled;
  private final Map<String, Found> found = new LinkedHashMap<>();
  private Force section = Force.ASKED;

  /** What was found of one thing up to now. */
  private static final class Found {
    private final ClaimKind kind;
    private final String term;
    private final List<Fact> facts;
    private int times;
    private boolean inTitle;
    private Force force = Force.WELCOME;

    Found(ClaimKind kind, String term, List<Fact> facts) {
      this.kind = kind;
      this.term = term;
      this.facts = facts;
    }

    Requirement asked() {
      return new Requirement(kind, term, times, inTitle, force, facts);
    }
  }

  Requirements(Facts facts, Vacancy vacancy) {
    this.facts = facts;
    this.vacancy = vacancy;
    this.skilled = skilled(facts);
  }

  List<Requirement> all() {
    read(vacancy.title(), true);
    String text = vacancy.description();
    read(text.substring(0, Math.min(text.length(), LONGEST)), false);
    return found.values().stream()
        .map(Found::asked)
        .sorted(
            Comparator.comparing(Requirement::inTitle, Comparator.reverseOrder())
                .thenComparing(Requirement::force)
                .thenComparing(Requirement::times, Comparator.reverseOrder()))
        .toList();
  }

  private void read(String text, boolean title) {
    String said = spokenOfSelf(text);
    for (Sentence theirs : Sentences.of(text, Form.BULLET, NOBODY)) {
      Force force = title ? Force.ASKED : force(theirs);
      if (!LAW.matcher(theirs.folded).find()) {
        var sentence =
            new Sentence(said, theirs.start, theirs.end, Form.BULLET, theirs.german, NOBODY);
        skills(sentence, force, title);
        if (!title && !THEIRS.matcher(theirs.folded).find()) {
          names(sentence, force);
          others(sentence, force);
        }
      }
    }
  }

  /** Whether a term only says how much something matters: "nice", "required". */
  static boolean isOfForce(String term) {
    String folded = Fold.same(term);
    return folded.equals("nice")
        || MUST.matcher(folded).matches()
        || WELCOME.matcher(folded).matches();
  }

  /** A heading counts until the next one. */
  private Force force(Sentence sentence) {
    boolean heading =
        sentence.words.size() <= HEADING
            && !sentence.text.endsWith(".")
            && Skills.SHIPPED.in(sentence.words).isEmpty();
    Optional<Force> own =
        WELCOME.matcher(sentence.folded).find()
            ? Optional.of(Force.WELCOME)
            : MUST.matcher(sentence.folded).find() ? Optional.of(Force.MUST) : Optional.empty();
    if (heading) {
      section = own.orElse(Force.ASKED);
    }
    return own.orElse(section);
  }

  /** "You have" becomes "I have", as far as the finders of claims go. */
  private static String spokenOfSelf(String text) {
    Set<String> turned =
        Stream.of("them", "wish")
            .flatMap(name -> Vocabulary.list(name).stream())
            .collect(Collectors.toSet());
    var said = new StringBuilder(text);
    for (Word word : Word.of(text)) {
      if (turned.contains(word.folded())) {
        for (int i = word.start(); i < word.end(); i++) {
          said.setCharAt(i, ' ');
        }
      }
    }
    return said.toString();
  }

  private void skills(Sentence sentence, Force force, boolean title) {
    for (Skills.Hit hit : Skills.SHIPPED.in(sentence.words)) {
      if (sentence.stanceAt(hit.first()) == Stance.CLAIM) {
        String term =
            sentence.text.substring(
                sentence.words.get(hit.first()).start(), sentence.words.get(hit.last()).end());
        note("skill " + hit.skill(), ClaimKind.SKILL, term, force, title, borneOut(hit.skill()));
      }
    }
  }

  private List<Fact> borneOut(String skill) {
    return skilled.getOrDefault(skill, List.of());
  }

  /** The facts that speak of each skill, or of one that brings it. */
  private static Map<String, List<Fact>> skilled(Facts facts) {
    var skilled = new HashMap<String, List<Fact>>();
    for (Facts.Known known : facts.all()) {
      Skills.SHIPPED.in(known.words()).stream()
          .flatMap(hit -> Skills.SHIPPED.broughtBy(hit.skill()).stream())
          .distinct()
          .forEach(
              skill -> skilled.computeIfAbsent(skill, any -> new ArrayList<>()).add(known.fact()));
    }
    return skilled;
  }

  /** What is written like a product and stands where experience is spoken of. */
  private void names(Sentence sentence, Force force) {
    if (sentence.words.stream().noneMatch(word -> SKILL_WORD.contains(word.folded()))) {
      return;
    }
    List<Skills.Hit> known = Skills.SHIPPED.in(sentence.words);
    for (int i = 0; i < sentence.words.size(); i++) {
      Word word = sentence.words.get(i);
      int at = i;
      boolean named = known.stream().anyMatch(hit -> hit.first() <= at && at <= hit.last());
      if (!named
          && isAName(word, sentence)
          && !Fold.same(vacancy.company()).contains(word.folded())
          && sentence.stanceAt(i) == Stance.CLAIM) {
        note(
            "name " + word.folded(),
            ClaimKind.SKILL,
            word.written(),
            force,
            false,
            facts.word(word.folded()).stream().toList());
      }
    }
  }

  /** "MuleSoft", "SCADA", "TIA18"; not what is written large because all of it is. */
  private static boolean isAName(Word word, Sentence sentence) {
    boolean shouting =
        sentence.words.stream().filter(w -> LARGE.matcher(w.written()).matches()).count() > FEW;
    return word.looksMade()
        && NAME.matcher(word.written()).matches()
        && !(shouting && LARGE.matcher(word.written()).matches())
        && NO_NAMES.stream().noneMatch(list -> list.contains(word.folded()));
  }

  private void others(Sentence sentence, Force force) {
    for (Finder finder : FINDERS) {
      for (Claim claim : oneDegree(finder.in(sentence, facts, NOBODY))) {
        term(claim)
            .ifPresent(
                term ->
                    note(
                        claim.kind() + " " + Fold.same(term),
                        claim.kind(),
                        term,
                        force,
                        false,
                        claim.fact().stream().toList()));
      }
    }
  }

  /** Of "a PhD or a master's degree" one is enough: the one that is there, else the least. */
  private static List<Claim> oneDegree(List<Claim> claims) {
    if (claims.size() < 2 || claims.getFirst().kind() != ClaimKind.DEGREE) {
      return claims;
    }
    return List.of(claims.stream().filter(Claim::isSupported).findFirst().orElse(claims.getLast()));
  }

  private static Optional<String> term(Claim claim) {
    if (claim.kind() == ClaimKind.CERTIFICATE) {
      return Optional.of(claim.text())
          .filter(
              text -> CERTIFICATES.contains(Fold.same(text)) || CERTIFIED.matcher(text).matches());
    }
    if (claim.kind() != ClaimKind.EXPERIENCE) {
      return Optional.of(claim.text());
    }
    // What is borne out does not say what it is called, and need not: it is no gap.
    return Optional.of(claim.why())
        .filter(why -> why.startsWith(NOTHING_OF))
        .map(why -> why.substring(NOTHING_OF.length(), why.indexOf('.')))
        .filter(ASKED_DEEDS::contains)
        .or(() -> Optional.of(claim.text()).filter(text -> claim.isSupported()));
  }

  private void note(
      String key, ClaimKind kind, String term, Force force, boolean title, List<Fact> facts) {
    Found one = found.computeIfAbsent(key, any -> new Found(kind, term, facts));
    one.times++;
    one.inTitle |= title;
    one.force = force.compareTo(one.force) < 0 ? force : one.force;
  }
}
