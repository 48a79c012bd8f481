/// What calls cost a day under other loads, lifetimes, models and lengths: closed forms over what the rule engine says
/// of a cold and a warm call.
package dev.cachewright.whatif;
