/** Tests of the plugin runtime with real jars, compiled on the spot. */
package dev.peregrine.host.plugins;
