package dev.peregrine.host.people;

import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.ContactDetails;

/**
 * Somebody at the employer, as a form.
 *
 * @param id for the page
 * @param action where it is posted
 * @param seen the version that it was drawn from; 0 for a new one
 * @param open whether it is shown open
 * @param problem what is wrong; empty for nothing
 */
record ContactForm(
    String id, String action, int seen, ContactDetails details, boolean open, String problem) {

  static ContactForm fresh(long job) {
    return new ContactForm(
        "person-new", PeopleRoutes.path(job) + "/person", 0, ContactDetails.named(""), false, "");
  }

  static ContactForm of(Contact contact, long job) {
    return new ContactForm(
        "person-" + contact.id(),
        "%s/person/%d".formatted(PeopleRoutes.path(job), contact.id()),
        contact.version(),
        contact.details(),
        false,
        "");
  }

  ContactForm typed(ContactDetails typed, String newProblem) {
    return new ContactForm(id, action, seen, typed, true, newProblem);
  }
}
