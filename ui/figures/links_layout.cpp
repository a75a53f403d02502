#include "ui/figures/links_layout.h"
namespace headlight {}
