/** The whole suite as one system under test: started once, spoken to as its users speak to it. */
package dev.surety.verification.suite;
