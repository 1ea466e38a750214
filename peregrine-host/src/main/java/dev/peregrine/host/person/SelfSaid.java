package dev.peregrine.host.person;

/** What the person may say of themselves where a form asks. Never guessed, never exported. */
record SelfSaid(
    String gender, String pronouns, String ethnicity, String veteran, String disability) {

  static final SelfSaid NOTHING = new SelfSaid("", "", "", "", "");
}
