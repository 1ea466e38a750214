package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who the person is and how to reach them. */
final class HeaderReader {

  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w/.])(?:\\+|00)?\\(?\\d[\\d\\s().\\u00A0/–-]{5,20}\\d(?![\\w])");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?<![@\\w.])(?:https?://)?(?:www\\.)?[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|io|dev|me|de|at|ch|fr|es|it|pt|br|nl|be|pl|se|uk|co|eu|app|ai|tech|site|xyz|info|page|in|us|ca|example)(?:/[^\\s,;|()]*)?(?![\\w@])");
  private static final Set<String> NO_NAME =
      Set.of(
          "curriculum",
          "vitae",
          "lebenslauf",
          "resume",
          "cv",
          "bewerbung",
          "page",
          "seite",
          "curriculo",
          "zyciorys",
          "meritforteckning",
          "europass",
          "contact",
          "personal",
          "profile",
          "name",
          "phone",
          "email",
          "address",
          "linkedin",
          "github",
          "portfolio",
          "candidate",
          "about");
  private static final Map<String, String> NETWORKS = networks();
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^(?:e-?mail|mail|phone|tel(?:efon|efono|éfono|efone|éphone|efoon|ephone)?|mobile?|mobil|handy|cell|móvil|cellulare|komórka|address|adresse|anschrift|dirección|indirizzo|endereço|adres|adress|location|ort|wohnort|website|web|homepage|linkedin|github|name|full name|vor- und nachname|nombre|nom|nome|imię i nazwisko|naam|namn|place|based in|lives in|nationality|t|m|e|a|p|w)\\s*\\.?\\s*[:\\t]\\s*");

  private final Findings findings;

  HeaderReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, String> networks() {
    var networks = new LinkedHashMap<String, String>();
    networks.put("linkedin.", "LinkedIn");
    networks.put("github.", "GitHub");
    networks.put("gitlab.", "GitLab");
    networks.put("xing.", "XING");
    networks.put("twitter.", "Twitter");
    networks.put("x.com", "X");
    networks.put("stackoverflow.", "Stack Overflow");
    networks.put("orcid.", "ORCID");
    networks.put("scholar.google", "Google Scholar");
    networks.put("researchgate.", "ResearchGate");
    networks.put("behance.", "Behance");
    networks.put("dribbble.", "Dribbble");
    networks.put("medium.", "Medium");
    networks.put("kaggle.", "Kaggle");
    networks.put("facebook.", "Facebook");
    networks.put("instagram.", "Instagram");
    networks.put("bitbucket.", "Bitbucket");
    return networks;
  }

  /**
   * Reads the lines before the first heading and those under "Contact".
   *
   * @param all every line, for what stands in unusual places
   * @param links addresses behind what can be clicked
   */
  Basics read(List<Line> header, List<Line> all, List<String> links) {
    Basics basics = Basics.EMPTY;
    var both = new ArrayList<>(header);
    all.stream().filter(line -> !header.contains(line)).forEach(both::add);
    basics =
        basics.withEmail(
            found(both, MAIL, "basics.email", 0.99).map(text -> text.replace(" ", "")));
    basics = basics.withPhone(phone(header).or(() -> phone(all.stream().limit(12).toList())));
    basics = links(basics, both, links);
    Optional<Line> name = name(header, basics.email());
    if (name.isPresent()) {
      String text = tidyName(name.get().text());
      boolean mail = basics.email().filter(address -> isOf(text, address)).isPresent();
      findings.add(
          "basics.name",
          Optional.of(text),
          mail ? 0.98 : 0.8,
          name.get().number(),
          name.get().number());
      basics = basics.withName(text);
    }
    basics = place(basics, header);
    return label(basics, header, name);
  }

  private Optional<String> found(List<Line> lines, Pattern pattern, String path, double sure) {
    for (Line line : lines) {
      Matcher matcher = pattern.matcher(line.text());
      if (matcher.find()) {
        Optional<String> text = Optional.of(matcher.group().strip());
        findings.add(path, text, sure, line.number(), line.number());
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<String> phone(List<Line> lines) {
    for (Line line : lines) {
      Matcher matcher = PHONE.matcher(line.text());
      while (matcher.find()) {
        String text = matcher.group().strip();
        long digits = text.chars().filter(Character::isDigit).count();
        boolean date =
            Dates.in(text).stream().anyMatch(hit -> hit.end() - hit.start() > text.length() - 3);
        if (digits >= 7 && digits <= 15 && !date) {
          findings.add("basics.phone", Optional.of(text), 0.95, line.number(), line.number());
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  private Basics links(Basics basics, List<Line> lines, List<String> links) {
    var profiles = new LinkedHashMap<String, Profile>();
    Optional<String> site = Optional.empty();
    int headers = Math.min(lines.size(), 25);
    for (int i = 0; i < headers + links.size(); i++) {
      boolean behind = i >= headers;
      String text =
          behind ? links.get(i - headers) : MAIL.matcher(lines.get(i).text()).replaceAll(" ");
      int number = behind ? 1 : lines.get(i).number();
      Matcher matcher = LINK.matcher(text);
      while (matcher.find()) {
        String address = matcher.group().replaceAll("[.,;:]+$", "");
        Optional<String> network = network(address);
        if (network.isPresent() && address.matches("(?i).*(?:\\w/.+|scholar.*)")) {
          if (!profiles.containsKey(network.get())) {
            String user =
                address
                    .replaceAll("(?i)^(?:https?://)?[^/]+/(?:in/|profile/|pub/|users/)?", "")
                    .replaceAll("[/?#].*$", "");
            findings.add(
                "basics.profiles[%d].url".formatted(profiles.size()),
                Optional.of(address),
                0.95,
                number,
                number);
            profiles.put(
                network.get(),
                Profile.EMPTY
                    .withNetwork(network.get())
                    .withUrl(address)
                    .withUsername(Optional.of(user).filter(u -> !u.isBlank())));
          }
        } else if (network.isEmpty()
            && site.isEmpty()
            && !behind
            && i < 15
            && !address.matches("(?i)[a-z]+\\.(?:js|io|net|in|me)")) {
          site = Optional.of(address);
          findings.add("basics.url", site, 0.75, number, number);
        }
      }
    }
    return basics.withUrl(site).withProfiles(List.copyOf(profiles.values()));
  }

  private static Optional<String> network(String address) {
    String lower = address.toLowerCase(Locale.ROOT).replaceFirst("^(https?://)?(www\\.)?", "");
    return NETWORKS.entrySet().stream()
        .filter(
            network ->
                lower.startsWith(network.getKey())
                    || lower.matches("[a-z]{2}\\." + Pattern.quote(network.getKey()) + ".*"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The largest line that can be a name, else the first. */
  private static Optional<Line> name(List<Line> header, Optional<String> mail) {
    var names = new ArrayList<Line>();
    for (int i = 0; i < header.size(); i++) {
      Line line = header.get(i);
      Matcher labelled =
          Pattern.compile(
                  "(?i)^(?:full name|name|vor- und nachname|vorname und name|nombre(?: y apellidos)?|nom(?: et prénom)?|nome(?: e cognome)?|cognome e nome|imię i nazwisko|naam|namn|first name\\(s\\) / surname\\(s\\)|surname\\(s\\) / first name\\(s\\))\\s*[:\\t]\\s*(.+)$")
              .matcher(line.text());
      if (labelled.matches() && isName(tidyName(labelled.group(1)))) {
        return Optional.of(line.withText(labelled.group(1)));
      }
      for (String cell : line.text().split("\\t|\\s[|•·–—]\\s|,\\s(?=[A-Z]{2,}\\b)")) {
        String text = tidyName(cell);
        if (isName(text)) {
          names.add(line.withText(text));
          break;
        }
      }
      if (i + 1 < header.size()
          && line.size() > 15
          && header.get(i + 1).look().equals(line.look())) {
        String both = tidyName(line.text() + " " + header.get(i + 1).text());
        if (isName(both) && both.split(" ").length <= 4) {
          names.addFirst(line.withText(both));
        }
      }
    }
    Optional<Line> ofMail =
        names.stream()
            .limit(6)
            .filter(line -> mail.filter(address -> isOf(line.text(), address)).isPresent())
            .findFirst();
    double largest = names.stream().mapToDouble(Line::size).max().orElse(0);
    Optional<Line> big = names.stream().filter(line -> line.size() >= largest - 0.2).findFirst();
    boolean outstanding =
        names.stream().filter(line -> line.size() >= largest - 0.2).count() <= 2 && largest > 13;
    return outstanding ? big : ofMail.or(() -> names.stream().findFirst());
  }

  static String tidyName(String text) {
    String closed =
        Fold.closed(text.strip())
            .replaceAll(
                "(?i)^(?:curriculum vitae|cv|resume|résumé|lebenslauf)\\s*(?:of|de|von|[:–—-])?\\s*",
                "");
    return closed
        .replaceAll(
            "(?i),?\\s*(?:ph\\.?\\s?d\\.?|m\\.?d\\.?|mba|m\\.?sc\\.?|b\\.?sc\\.?|cpa|pmp|esq\\.?|rn|pe|he/him|she/her|they/them|\\((?:he|she|they)[^)]*\\))\\.?$",
            "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static boolean isName(String text) {
    String[] words = text.split(" ");
    if (words.length < 2
        || words.length > 5
        || text.length() > 45
        || text.matches(".*[\\d@:/|,;!?&].*")) {
      return false;
    }
    int capital = 0;
    for (String word : words) {
      if (NO_NAME.contains(Fold.words(word))) {
        return false;
      }
      if (!word.matches("[\\p{L}\\p{M}.'’\\-()\"“”]+")) {
        return false;
      }
      capital +=
          Character.isUpperCase(word.charAt(0))
                  || Set.of(
                          "de", "van", "von", "der", "da", "di", "del", "dos", "la", "le", "bin",
                          "al", "el", "den", "ter", "zu", "y", "e")
                      .contains(word)
              ? 1
              : 0;
    }
    return capital >= words.length
        && Headings.find(text).isEmpty()
        && Words.TITLE.in(text) == 0
        && !Words.isPlace(text)
        && Words.COMPANY.in(text) == 0;
  }

  private static boolean isOf(String name, String mail) {
    String local = Fold.same(mail.split("@")[0]);
    for (String word : Fold.words(name).split(" ")) {
      if (word.length() > 2 && local.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private Basics place(Basics basics, List<Line> header) {
    for (Line line : header) {
      for (String cell : bare(line.text()).split("\\t|\\s*[|•·●◦⋄♦]\\s*|\\s[–—-]\\s|\\s{2,}")) {
        String text =
            Part.trimmed(
                LABEL.matcher(cell.strip()).replaceFirst("").replaceAll("^[^\\p{L}\\p{N}]+", ""));
        Optional<Location> location = location(text);
        if (location.isPresent()) {
          String path = "basics.location.";
          Location it = location.get();
          findings.add(path + "address", it.address(), 0.8, line.number(), line.number());
          findings.add(path + "postalCode", it.postalCode(), 0.85, line.number(), line.number());
          findings.add(path + "city", it.city(), 0.85, line.number(), line.number());
          findings.add(path + "region", it.region(), 0.8, line.number(), line.number());
          findings.add(path + "countryCode", it.countryCode(), 0.9, line.number(), line.number());
          return basics.withLocation(location);
        }
      }
    }
    return basics;
  }

  private static String bare(String text) {
    return PHONE
        .matcher(LINK.matcher(MAIL.matcher(text).replaceAll("\t")).replaceAll("\t"))
        .replaceAll("\t");
  }

  private static final Pattern POSTAL =
      Pattern.compile(
          "\\b((?:[A-Z]{1,2}-)?\\d{2}-\\d{3}|\\d{3}\\s\\d{2}|\\d{4}-\\d{3}|\\d{4}\\s?[A-Z]{2}|(?:[A-Z]{1,2}-)?\\d{4,6}(?:-\\d{4})?)\\b");

  static Optional<Location> location(String text) {
    if (text.length() < 2 || text.length() > 100 || text.matches(".*[@].*")) {
      return Optional.empty();
    }
    Matcher postal = POSTAL.matcher(text);
    boolean coded =
        postal.find()
            && text.matches(".*\\p{L}{3}.*")
            && (text.contains(",")
                || postal.start() == 0
                || Words.PLACE.is(text.substring(postal.end()).strip()));
    if (!coded && !Words.isPlace(text)) {
      String[] all = text.split("\\s*,\\s*");
      if (all.length < 2
          || !Words.isPlace(all[all.length - 2] + ", " + all[all.length - 1])
              && !Words.PLACE.is(all[all.length - 1])) {
        return Optional.empty();
      }
    }
    Location location = Location.EMPTY;
    String left = text;
    if (coded) {
      location = location.withPostalCode(postal.group(1));
      left =
          text.substring(0, postal.start())
              + (postal.start() == 0 ? "" : "\u0001")
              + text.substring(postal.end());
    }
    var parts = new ArrayList<String>();
    for (String part : left.split("\\s*[,\u0001()]\\s*")) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    if (!parts.isEmpty() && Words.isCountry(parts.getLast())) {
      location = location.withCountryCode(code(parts.removeLast()));
    }
    if (parts.size() > 1 && (Words.isState(parts.getLast()))) {
      location = location.withRegion(parts.removeLast());
    }
    if (parts.size() > 1 && parts.getFirst().matches(".*\\d.*")) {
      location = location.withAddress(parts.removeFirst());
    }
    if (!parts.isEmpty()) {
      location = location.withCity(parts.removeFirst());
    }
    if (!parts.isEmpty()) {
      location = location.withRegion(String.join(", ", parts));
    }
    return Optional.of(location);
  }

  private static Optional<String> code(String country) {
    String words = Fold.words(country);
    for (String code : Locale.getISOCountries()) {
      for (String in : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv")) {
        if (Fold.words(Locale.of("", code).getDisplayCountry(Locale.of(in))).equals(words)) {
          return Optional.of(code);
        }
      }
    }
    return Optional.empty();
  }

  private Basics label(Basics basics, List<Line> header, Optional<Line> name) {
    boolean after = name.isEmpty();
    int looked = 0;
    for (Line line : header) {
      if (!after) {
        if (name.filter(n -> n.number() == line.number()).isPresent()) {
          after = true;
          String rest = line.text().replace(name.get().text(), "");
          if (Words.TITLE.in(rest) > 0 && rest.length() < 90 && !MAIL.matcher(rest).find()) {
            return said(basics, Part.trimmed(rest), line);
          }
        }
        continue;
      }
      String text = line.text().strip();
      if (++looked > 4 || MAIL.matcher(text).find() && text.length() < 60) {
        continue;
      }
      String first = text.split("\\t")[0];
      boolean large = line.bold() || line.size() > 0;
      if (Words.TITLE.in(first) > 0
          && first.length() < 110
          && !first.endsWith(".")
          && !MAIL.matcher(first).find()
          && (large || looked <= 2)) {
        return said(basics, Part.trimmed(first), line);
      }
    }
    return basics;
  }

  private Basics said(Basics basics, String label, Line line) {
    findings.add("basics.label", Optional.of(label), 0.85, line.number(), line.number());
    return basics.withLabel(label);
  }
}
