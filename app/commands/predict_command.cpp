#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/json_lines.h"
#include "core/model/predictions.h"
