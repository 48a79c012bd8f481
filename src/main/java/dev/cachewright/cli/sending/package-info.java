/// What commands that send calls share: where the calls go, what ends them, and what they are likely to cost.
package dev.cachewright.cli.sending;
