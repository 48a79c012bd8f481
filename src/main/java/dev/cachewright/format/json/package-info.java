/// JSON whose exact characters are kept, and JSON whose faults have a line and a column.
package dev.cachewright.format.json;
