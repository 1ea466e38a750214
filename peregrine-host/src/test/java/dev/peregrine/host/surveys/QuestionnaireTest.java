package dev.peregrine.host.surveys;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Surveys as people copy them from pages, mails and pictures. */
class QuestionnaireTest {

  private static List<String> read(String text) {
    return Questionnaire.read(text).stream()
        .map(asked -> asked.kind() + " " + asked.question() + " " + asked.options())
        .toList();
  }

  @Test
  void numberedQuestionsWithLetteredOptions() {
    assertThat(
            read(
                """
                Thank you for applying! This takes ten minutes.

                1. How do you prefer to work?
                   a) alone
                   b) in a small team
                   c) in a large team, with
                      people from other fields
                2. When a deadline is at risk, you
                   A. ask for help early
                   B. work longer
                3. Why us?
                Page 1 of 3
                Next
                """))
        .containsExactly(
            "CHOICE How do you prefer to work? [alone, in a small team, in a large team, with people from other fields]",
            "CHOICE When a deadline is at risk, you [ask for help early, work longer]",
            "TEXT Why us? []");
  }

  @Test
  void optionsOnTheSameLine() {
    assertThat(
            read(
                "1) What matters more? a) speed b) care c) it depends\n2) Tea or coffee? ○ Tea ○ Coffee"))
        .containsExactly(
            "CHOICE What matters more? [speed, care, it depends]",
            "CHOICE Tea or coffee? [Tea, Coffee]");
  }

  @Test
  void statementsUnderOneScale() {
    assertThat(
            read(
                """
                Please say how much you agree with the following statements.
                Strongly disagree   Disagree   Neutral   Agree   Strongly agree
                I like to plan my day.
                I speak up when I disagree.

                Describe a project that you led.
                What would your last team say about you?
                """))
        .containsExactly(
            "SCALE I like to plan my day. [Strongly disagree, Disagree, Neutral, Agree, Strongly agree]",
            "SCALE I speak up when I disagree. [Strongly disagree, Disagree, Neutral, Agree, Strongly agree]",
            "TEXT Describe a project that you led. []",
            "TEXT What would your last team say about you? []");
  }

  @Test
  void aScaleOfNumbersThatASentenceNames() {
    assertThat(
            read(
                """
                Rate the following from 1 (not at all) to 5 (very much):
                1. I enjoy feedback
                2. I finish what I begin

                3. On a scale of 0 to 10, how likely are you to recommend your last employer?
                """))
        .containsExactly(
            "SCALE I enjoy feedback [1, 2, 3, 4, 5]",
            "SCALE I finish what I begin [1, 2, 3, 4, 5]",
            "SCALE On a scale of 0 to 10, how likely are you to recommend your last employer? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
  }

  @Test
  void labelsOfAWebFormEachOnALineOfTheirOwn() {
    assertThat(
            read(
                """
                Which of these describes how you
                like to learn? *

                Reading

                Trying

                Asking somebody

                Are you willing to travel?
                Yes
                No

                I learn from mistakes.
                Never
                Sometimes
                Always
                """))
        .containsExactly(
            "CHOICE Which of these describes how you like to learn? [Reading, Trying, Asking somebody]",
            "YES_NO Are you willing to travel? [Yes, No]",
            "SCALE I learn from mistakes. [Never, Sometimes, Always]");
  }

  @Test
  void germanWithYesAndNoAndSeveralAnswers() {
    assertThat(
            read(
                """
                Frage 1: Arbeitest du gern im Team? (ja/nein)
                Frage 2: Was motiviert dich? (Mehrfachauswahl möglich)
                1) Geld
                2) Sinn
                3) Leute
                Frage 3: Beschreibe einen Konflikt.
                Frage 4: Ich bin ordentlich.
                trifft nicht zu
                trifft eher zu
                trifft voll zu
                """))
        .containsExactly(
            "YES_NO Arbeitest du gern im Team? [Ja, Nein]",
            "SEVERAL Was motiviert dich? (Mehrfachauswahl möglich) [Geld, Sinn, Leute]",
            "TEXT Beschreibe einen Konflikt. []",
            "SCALE Ich bin ordentlich. [trifft nicht zu, trifft eher zu, trifft voll zu]");
  }

  @Test
  void signsAsRecognitionReadsThem() {
    assertThat(
            read(
                """
                Q1 Your colleague is late. What do you do?
                O Wait and say nothing
                © Ask what happened
                O Tell the lead
                Q2. Describe a time when you failed
                """))
        .containsExactly(
            "CHOICE Your colleague is late. What do you do? [Wait and say nothing, Ask what happened, Tell the lead]",
            "TEXT Describe a time when you failed []");
  }

  @Test
  void questionsUnderBullets() {
    assertThat(read("Please answer:\n- Why do you want to leave?\n- What do you expect from us?"))
        .containsExactly(
            "TEXT Why do you want to leave? []", "TEXT What do you expect from us? []");
  }

  @Test
  void formsAsTheirPagesAreCopied() {
    assertThat(
            read(
                """
                How do you handle stress?
                *
                I plan ahead
                I ask for help
                Other:

                2→How would colleagues describe you?*
                A
                Reliable
                B
                Quick

                * 3. I feel at ease when I give feedback
                Strongly agree
                Agree
                Disagree

                4. What do you value?
                Please choose all that apply:
                ○ Time
                ○ Money
                """))
        .containsExactly(
            "CHOICE How do you handle stress? [I plan ahead, I ask for help, Other]",
            "CHOICE How would colleagues describe you? [Reliable, Quick]",
            "SCALE I feel at ease when I give feedback [Strongly agree, Agree, Disagree]",
            "SEVERAL What do you value? Please choose all that apply: [Time, Money]");
  }

  @Test
  void tablesToBeTickedAndScalesWithNamedEnds() {
    assertThat(
            read(
                """
                never  rarely  sometimes  often  always
                I am late  o o o o o
                I say what I think  ( ) ( ) ( ) ( ) ( )

                How much do you like noise?
                not at all 1 2 3 4 5 very much
                """))
        .containsExactly(
            "SCALE I am late [never, rarely, sometimes, often, always]",
            "SCALE I say what I think [never, rarely, sometimes, often, always]",
            "SCALE How much do you like noise? [1 not at all, 2, 3, 4, 5 very much]");
  }

  @Test
  void whatLostItsLineBreaks() {
    assertThat(
            read(
                "1. How do you like to work with other people in a project? a) alone b) in a team of"
                    + " few c) in a team of many 2. What motivates you most of all? a) money b) sense"
                    + " 3. Which of our 3 values do you like? 4. Why us and nobody else?"))
        .containsExactly(
            "CHOICE How do you like to work with other people in a project? [alone, in a team of few, in a team of many]",
            "CHOICE What motivates you most of all? [money, sense]",
            "TEXT Which of our 3 values do you like? []",
            "TEXT Why us and nobody else? []");
  }

  @Test
  void aCaseIsToldBeforeItIsAsked() {
    assertThat(
            read(
                """
                1. A customer is angry.

                What do you do first?
                a) Ask: what happened?
                b) Call the lead

                You are alone in the shop.
                Somebody falls. Whom do you call?
                Wählen Sie bitte eine der folgenden Antworten aus:
                ( ) A doctor
                ( ) The lead
                """))
        .containsExactly(
            "CHOICE A customer is angry. What do you do first? [Ask: what happened?, Call the lead]",
            "CHOICE You are alone in the shop. Somebody falls. Whom do you call? Wählen Sie bitte eine der folgenden Antworten aus: [A doctor, The lead]");
  }

  @Test
  void aQuestionOnTwoPicturesThatOverlapIsOne() {
    assertThat(
            read(
                """
                1. Why us?
                2. Tea or coffee?
                ( ) Tea
                ( ) Coffee

                2. Tea or coffee?
                ( ) Tea
                ( ) Coffee
                3. Tea or coffee?
                ( ) Never
                ( ) Both
                """))
        .hasSize(3);
  }

  @Test
  void whatIsNoSurveyIsOneQuestionAndNothingIsNone() {
    assertThat(read("Your leadership style in a few words"))
        .containsExactly("TEXT Your leadership style in a few words []");
    assertThat(read(" \n \u200B\u0000 ")).isEmpty();
    assertThat(read("*** --- 12 34")).isEmpty();
  }

  @Test
  void whatIsHugeOrOddIsReadInTimeAndCutShort() {
    assertThat(Questionnaire.read("1. Why? ".repeat(20_000))).hasSizeLessThanOrEqualTo(80);
    assertThat(Questionnaire.read("Why us?\n".repeat(5_000))).hasSize(1);
    assertThat(
            Questionnaire.read(
                IntStream.range(0, 5_000).mapToObj("Why %d?\n"::formatted).collect(joining())))
        .hasSize(80);
    assertThat(Questionnaire.read("a) ".repeat(50_000))).hasSizeLessThanOrEqualTo(80);
    assertThat(Questionnaire.read("( ) [ ] ".repeat(20_000))).hasSizeLessThanOrEqualTo(80);
    assertThat(Questionnaire.read("1 - ".repeat(20_000) + "rate")).hasSizeLessThanOrEqualTo(80);
  }
}
