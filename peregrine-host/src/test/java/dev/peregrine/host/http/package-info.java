/** Tests of outgoing calls against real servers on loopback. */
package dev.peregrine.host.http;
