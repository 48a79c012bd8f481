/// What a check found, in the forms that people, build servers and code hosts read.
package dev.cachewright.gate.report;
