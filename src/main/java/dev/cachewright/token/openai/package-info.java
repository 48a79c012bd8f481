/// The text that OpenAI's servers make of a request, and servers that speak their form.
package dev.cachewright.token.openai;
