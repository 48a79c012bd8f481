/// What commands are given: the parts they work with, the arguments that several of them take, and how they end.
package dev.cachewright.cli.argument;
