package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Boards that send lists of postings, and how their mails are laid out. */
enum AlertSender {
  LINKEDIN("linkedin.com"),
  INDEED("indeed.com", "indeedemail.com", "indeed.de", "indeed.co.uk"),
  GLASSDOOR(true, "glassdoor.com", "glassdoor.de", "glassdoor.co.uk"),
  GOOGLE("google.com"),
  STEPSTONE("stepstone.de", "stepstone.at", "stepstone.be", "stepstone.nl", "stepstone.com"),
  BUILT_IN(true, "builtin.com", "builtinnyc.com", "builtinsf.com", "builtinchicago.org"),
  XING("xing.com"),
  ZIPRECRUITER("ziprecruiter.com", "ziprecruiter.co.uk"),
  MONSTER("monster.com", "monster.de", "monster.co.uk");

  /** Beginnings of addresses from which nothing but lists comes. */
  private static final Pattern LISTS =
      Pattern.compile(
          "(?:job[-_.]?(?:alerts?|listings?|recommendations?|matches|agent|benachrichtigung)"
              + "|jobs?[-_.]?(?:mail|newsletter)|alerts?|jobagent|notify|donotreply)\\b.*"
              + "|.*[-_.](?:job)?alerts?\\b.*");

  private final boolean companyFirst;
  private final List<String> domains;

  AlertSender(String... domains) {
    this(false, domains);
  }

  AlertSender(boolean companyFirst, String... domains) {
    this.companyFirst = companyFirst;
    this.domains = List.of(domains);
  }

  /** The board that sent it, where it is one of those. */
  static Optional<AlertSender> of(MailMessage mail) {
    return mail.from()
        .flatMap(Address::domain)
        .flatMap(
            domain -> Arrays.stream(values()).filter(sender -> sender.isAt(domain)).findFirst());
  }

  private boolean isAt(String domain) {
    return domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }

  /** Whether this address of the board sends nothing but lists. */
  boolean sendsOnlyLists(MailMessage mail) {
    return mail.from()
        .map(Address::mail)
        .filter(
            address -> {
              int at = address.lastIndexOf('@');
              return LISTS.matcher(address.substring(0, Math.max(at, 0))).matches()
                  || address.substring(at + 1).startsWith("jobalert.");
            })
        .isPresent();
  }

  /** Whether the employer's name stands above the title. */
  boolean companyFirst() {
    return companyFirst;
  }
}
