package dev.peregrine.host.connections;

import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.Icon;
import java.util.List;
import java.util.Optional;

/**
 * How an integration stands.
 *
 * @param word its state in a word or two, with {@code tag} and {@code icon} to it
 * @param said what was reached when it was tried last, or what it is for
 * @param doings what it does
 * @param trouble why it does not; empty where it does
 * @param urgent whether the person has to do something about it
 */
record Card(
    String id,
    String name,
    String path,
    boolean connected,
    String word,
    String tag,
    Icon icon,
    String said,
    List<Doing> doings,
    String trouble,
    boolean urgent,
    Optional<Locked> locked) {}
