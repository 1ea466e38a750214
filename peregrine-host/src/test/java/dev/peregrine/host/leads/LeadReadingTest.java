package dev.peregrine.host.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadReadingTest {

  /** The texts of mails, each as title, employer and place are expected below. */
  private static final Map<String, String> MAILS =
      Map.ofEntries(
          Map.entry(
              "hospital",
              """
              lena.o@tidewaterclinic.example
              A chat about our team
              Hi Sam,

              I came across your profile and was impressed. I'm Lena Ortiz from Tidewater Clinic, and we are looking for a Senior Data Engineer in Boston.

              Would you be open to a quick chat?

              Best regards,
              Lena Ortiz
              Talent Acquisition Manager, Tidewater Clinic
              """),
          Map.entry(
              "lowercase",
              """
              marc@northpier.example
              hello
              Hey, we're hiring a backend engineer to join our payments team at Northpier. Fully remote. Interested?

              Marc
              """),
          Map.entry(
              "subject",
              """
              kim@gmail.com
              Staff Product Designer opportunity at Blue Lantern
              Hi! My client is growing fast. Could we talk this week? Your background looks like a great fit.
              Kim
              """),
          Map.entry(
              "german",
              """
              julia.feld@feldundpartner.example
              Spannende Position als Projektleiter (m/w/d) in Hamburg
              Guten Tag Frau Sommer,

              ich bin auf Ihr Profil aufmerksam geworden. Für unseren Kunden suchen wir einen erfahrenen Projektleiter (m/w/d) mit Sitz in Hamburg. Wären Sie offen für ein Gespräch?

              Mit freundlichen Grüßen
              Julia Feld
              Senior Consultant
              """),
          Map.entry(
              "labelled",
              """
              jobs@agency.example
              An opening you may like
              Hello,

              we have an exciting role that could suit you:

              Title: Site Reliability Engineer
              Company: Copper Kettle Ltd
              Location: Dublin

              Shall we talk?
              """),
          Map.entry(
              "germanlabelled",
              """
              x@personal-hafen.example
              Ihr Profil
              Hallo Herr Krug,

              Ihr Profil passt sehr gut auf eine Vakanz bei einem unserer Kunden.

              Position: Fachinformatiker Systemintegration (m/w/d)
              Standort: Leipzig

              Viele Grüße
              """),
          Map.entry(
              "inmail",
              """
              inmail-hit-reply@linkedin.com
              Opportunity
              Hi Jo,

              I'm a recruiter at Marble Arch Systems. We're building a new team and I think your experience would be perfect for our Engineering Manager role in Amsterdam. Are you open to a call?
              """));

  static MailMessage mail(String text) {
    String[] parts = text.split("\n", 3);
    return new MailMessage(
        "1",
        Optional.of(Address.of(parts[0])),
        List.of(),
        parts[1],
        Optional.empty(),
        parts[2],
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "hospital | Senior Data Engineer | Tidewater Clinic | Boston",
        "lowercase | Backend engineer | Northpier | -",
        "subject | Staff Product Designer | Blue Lantern | -",
        "german | Projektleiter (m/w/d) | - | Hamburg",
        "labelled | Site Reliability Engineer | Copper Kettle Ltd | Dublin",
        "germanlabelled | Fachinformatiker Systemintegration (m/w/d) | - | Leipzig",
        "inmail | Engineering Manager | Marble Arch Systems | Amsterdam"
      })
  void aPositionIsReadOutOfAMail(String name, String title, String company, String place) {
    LeadFacts facts = LeadReading.of(mail(MAILS.get(name)));
    assertThat(
            facts.title().orElse("-")
                + " | "
                + facts.company().orElse("-")
                + " | "
                + facts.place().orElse("-"))
        .isEqualTo(
            title
                + " | "
                + (company == null ? "-" : company)
                + " | "
                + (place == null ? "-" : place));
    assertThat(ApproachWords.count(mail(MAILS.get(name)))).isPositive();
    assertThat(ApproachWords.isOfOwnApplication(mail(MAILS.get(name)))).isFalse();
  }

  @Test
  void whatIsNoOfferOfAPositionHasNotTheWords() {
    for (String text :
        List.of(
            "it@shop.example\nYour order\nYour parcel with the manager's book is on its way.",
            "anna@friends.example\nLunch\nShall we have lunch on Friday? I found a new place.",
            "jobs@acme.example\nYour application\nThank you for applying as Data Engineer. We are looking for the right person and come back to you.",
            "team@saas.example\nNew webinar\nWe're hiring! Also: join our webinar, 20 % off.")) {
      MailMessage mail = mail(text);
      assertThat(
              ApproachWords.count(mail) >= 1
                  && !ApproachWords.isOfOwnApplication(mail)
                  && !ApproachWords.isToMany(mail))
          .as(text)
          .isFalse();
    }
  }

  @Test
  void aLongHostileTextTakesNoTime() {
    String text = "x@y.example\n" + "A a ".repeat(5_000) + "\n" + "at A B C D E ".repeat(50_000);
    LeadFacts facts = LeadReading.of(mail(text));
    assertThat(facts.title()).isEmpty();
    assertThat(ApproachWords.count(mail(text))).isZero();
  }
}
