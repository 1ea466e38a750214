package dev.peregrine.host.research;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what a search found is about the company, and not about a fruit of the same name. A name
 * of one word has to stand beside something that speaks of companies, or of this one.
 */
final class Relevance {

  private static final Pattern OF_COMPANIES =
      Pattern.compile(
          "(?iU)\\b(?:compan(?:y|ies)|corporation|inc|gmbh|ltd|llc|ag|plc|startup|employ(?:ees|er|ers)|ceo|founders?"
              + "|founded|headquarter(?:s|ed)|revenue|funding|investors?|acqui(?:res|red|sition)|shares|stock|customers|careers"
              + "|layoffs?|manufacturer|provider|unternehmen|firma|konzern|mitarbeiter(?:innen)?|gegründet|umsatz|hersteller"
              + "|anbieter|arbeitgeber|kunden|geschäftsführer(?:in)?|aktie)\\b");

  private final Subject subject;
  private final Set<String> context;
  private final Pattern name;
  private final boolean ambiguous;

  /**
   * @param context words that speak of this company: its industry, its town
   */
  Relevance(Subject subject, Set<String> context) {
    this.subject = subject;
    this.context = context;
    this.ambiguous = subject.key().indexOf(' ') < 0;
    // A word that is a name is written as one; of several words any case will do.
    this.name =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(subject.spoken()) + "(?![\\p{L}\\p{N}])",
            ambiguous ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  boolean names(String text) {
    return name.matcher(text).find();
  }

  boolean isAbout(SearchHit hit) {
    if (isOfSite(hit.address())) {
      return true;
    }
    String text = hit.title() + "\n" + hit.snippet();
    return names(text) && (!ambiguous || speaksOfIt(hit.address(), text));
  }

  private boolean speaksOfIt(URI address, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return CompanySite.isNamed(address.getHost(), subject.key())
        || OF_COMPANIES.matcher(name.matcher(text).replaceAll(" ")).find()
        || context.stream().anyMatch(word -> word.length() > 3 && lower.contains(word));
  }

  boolean isOfSite(URI address) {
    return subject
        .site()
        .flatMap(site -> Optional.ofNullable(site.getHost()))
        .filter(host -> CompanySite.isSame(host, address.getHost()))
        .isPresent();
  }
}
