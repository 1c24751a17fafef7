/** One page of all figures that the tests of all modules have measured of reliability. */
package dev.annette.processor.reliability;
