/** Tests of recipes. */
package dev.peregrine.recipes;
